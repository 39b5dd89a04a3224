package io.guidepost.contract.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A payment code that a customer's wallet shows: whoever reads it can take money for a minute or
 * so. Its {@link #toString} hides it; it is never logged, stored or searched for.
 *
 * @param scheme whose it is, as far as the code tells
 * @param value the whole text
 */
public record WalletCode(Scheme scheme, String value) {
    /** Who reads such a code. */
    public enum Scheme {
        /** 16 to 24 digits that begin with 25 to 30. */
        ALIPAY("(?:2[5-9]|30)[0-9]{14,22}"),
        /** 18 digits that begin with 10 to 15. */
        WECHAT_PAY("1[0-5][0-9]{16}"),
        /** 19 digits that begin with 62. */
        UNION_PAY("62[0-9]{17}"),
        /** Base64 of EMV data (EMV QR Code Specification for Payment Systems, consumer mode). */
        EMV(EMV_START + "[Q-Za-f][0-9A-Za-z+/]*={0,2}");

        private final Pattern form;

        Scheme(String form) {
            this.form = Pattern.compile(form);
        }
    }

    /** Base64 of tag 85, length 5, {@code CPV01}, without its last two bits. */
    private static final String EMV_START = "hQVDUFYwM";

    /** Bytes behind the base64 (EMV QR Code Specification, section 3.2). */
    private static final int EMV_LONGEST = 512;

    private static final byte[] EMV_FORMAT =
            "\u0085\u0005CPV01".getBytes(StandardCharsets.ISO_8859_1);

    /** The tag of an application's data, of which there must be one. */
    private static final int APPLICATION = 0x61;

    /** Whether the text is meant to be such a code, right or damaged. */
    static boolean isMeant(String text) {
        return text.startsWith(EMV_START) || scheme(text).isPresent();
    }

    /** The code of a text; nothing where its form is wrong. */
    static Optional<WalletCode> read(String text) {
        return scheme(text)
                .filter(scheme -> scheme != Scheme.EMV || isEmv(text))
                .map(scheme -> new WalletCode(scheme, text));
    }

    private static Optional<Scheme> scheme(String text) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.form.matcher(text).matches())
                .findFirst();
    }

    /** Whether tags, lengths and values follow one another to the end. */
    private static boolean isEmv(String text) {
        byte[] data;
        try {
            data = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (data.length > EMV_LONGEST
                || !Arrays.equals(EMV_FORMAT, Arrays.copyOf(data, EMV_FORMAT.length))) {
            return false;
        }
        boolean application = false;
        int at = EMV_FORMAT.length;
        while (at < data.length) {
            int tag = data[at] & 0xff;
            // A tag with its five low bits set goes on in a second byte; a length of 81 likewise.
            int lengthAt = at + ((tag & 0x1f) == 0x1f ? 2 : 1);
            boolean longer = lengthAt < data.length && (data[lengthAt] & 0xff) == 0x81;
            int valueLengthAt = longer ? lengthAt + 1 : lengthAt;
            if (valueLengthAt >= data.length) {
                return false;
            }
            int length = data[valueLengthAt] & 0xff;
            if (length > 0x7f && !longer) {
                return false;
            }
            application |= tag == APPLICATION;
            at = valueLengthAt + 1 + length;
        }
        return application && at == data.length;
    }

    @Override
    public String toString() {
        return "WalletCode[" + scheme + "]";
    }
}
