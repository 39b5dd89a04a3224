package io.guidepost.contract.code;

/**
 * What a scanned code means. Every text has a meaning: what nobody can use is {@link Unknown} with
 * the reason, so that the screen can say what to do next.
 */
public sealed interface ScannedCode {
    /** A product, and how its number was written in the symbol. */
    record Product(Gtin gtin, Source source) implements ScannedCode {}

    /** A member's card or app. */
    record Member(MemberCode code) implements ScannedCode {}

    /**
     * A voucher. Only the form was looked at: the signature is {@link
     * io.guidepost.contract.sign.VoucherToken}'s matter.
     *
     * @param token the whole text
     */
    record Voucher(String token) implements ScannedCode {
        /** Without the token: who has it can redeem it. */
        @Override
        public String toString() {
            return "Voucher[…]";
        }
    }

    /** A member of staff. */
    record Badge(BadgeCode code) implements ScannedCode {}

    /** A code that leads nowhere. */
    record Unknown(Reason reason) implements ScannedCode {}

    /** How a product's number was written. */
    enum Source {
        /** The bare GTIN-8, -12, -13 or -14. */
        GTIN,
        /** A zero-suppressed UPC-E, expanded. */
        UPC_E,
        /** Application Identifier (01) of a GS1 element string. */
        ELEMENT_STRING,
        /** Primary key of a GS1 Digital Link URI. */
        DIGITAL_LINK
    }

    /** Why a code leads nowhere. */
    enum Reason {
        /** The form is right, a digit is not: misread or mistyped. */
        WRONG_CHECK_DIGIT,
        /** Readable text, but no kind of code that Guidepost knows. */
        UNSUPPORTED_FORM,
        /** A compressed GS1 Digital Link; ask for the barcode instead. */
        COMPRESSED_DIGITAL_LINK,
        /** More than {@link CodeParser#MAXIMUM_LENGTH} characters. */
        TOO_LONG,
        /** Nothing at all. */
        EMPTY,
        /** Control characters or bytes that are no text. */
        NOT_TEXT,
        /** Begins like a code of ours or of GS1 and then breaks its rules. */
        DAMAGED
    }
}
