package io.guidepost.contract.code;

import java.util.Optional;

/**
 * What a scanned code means. Every text has a meaning: what nobody can use is {@link Unknown} with
 * the reason, so that the screen can say what to do next.
 */
public sealed interface ScannedCode {
    /**
     * A product.
     *
     * @param source how its number was written in the symbol
     * @param attributes what else the symbol says of the very item
     */
    record Product(Gtin gtin, Source source, ItemAttributes attributes) implements ScannedCode {}

    /**
     * A label from the shop's own scales or labeller (GS1 General Specifications, section 2.1.12).
     *
     * @param base the number with zeros in place of price, weight and their check digit: what the
     *     catalogue lists such an item by
     * @param item the item's own digits
     * @param measure price, weight or count of the piece in hand, where the layout has one
     */
    record Label(Gtin base, String item, Optional<Measure> measure) implements ScannedCode {}

    /**
     * A GS1 key of something that is no product: a place, a pallet, a document, a person served.
     *
     * @param identifier the key's Application Identifier
     * @param value its value, of right form
     */
    record OtherKey(String identifier, String value, ItemAttributes attributes)
            implements ScannedCode {
        /** Without the value: a service relation (8018) may be a person's. */
        @Override
        public String toString() {
            return "OtherKey[" + identifier + "]";
        }
    }

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

    /** An invitation to a group that buys together. */
    record Group(GroupCode code) implements ScannedCode {}

    /** A phone or another device that wants to be joined with this kiosk. */
    record Pairing(PairingCode code) implements ScannedCode {}

    /** A wallet's payment code; only where a payment asked for it. */
    record Wallet(WalletCode code) implements ScannedCode {}

    /** A code that leads nowhere. */
    record Unknown(Reason reason) implements ScannedCode {}

    /** How a product's number was written. */
    enum Source {
        /** The bare GTIN-8, -12, -13 or -14. */
        GTIN,
        /** A zero-suppressed UPC-E, expanded. */
        UPC_E,
        /** A book: EAN-13 with 978 or 979, or an ISBN of ten or thirteen digits as text. */
        ISBN,
        /** Printed music: EAN-13 with 9790. */
        ISMN,
        /** A magazine or series: EAN-13 with 977, or an ISSN of eight characters as text. */
        ISSN,
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
        /** A shop's own label (02, 20 to 29), and nobody has told how this shop writes them. */
        NO_LABEL_LAYOUT,
        /** GS1 data of a label with several symbols; the number of the product is in another. */
        PART_OF_A_LABEL,
        /** A wallet's payment code that no payment asked for. It was not looked at any further. */
        PAYMENT_CODE,
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
