package io.guidepost.contract.code;

import java.util.Base64;

/**
 * Tells a compressed GS1 Digital Link from any other short address. Its last path segment is
 * base64url; the first byte says (01) or one of the packed sets that begin with (01), the next 47
 * bits are the GTIN. Compression is being withdrawn and such links are refused, but by name.
 */
final class CompressedLinks {
    private static final int GTIN_BITS = 47;

    private CompressedLinks() {}

    static boolean isOne(String segment) {
        if (segment.length() < 10 || segment.length() > 200) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(segment);
        } catch (IllegalArgumentException e) {
            return false;
        }
        int first = bytes[0] & 0xff;
        boolean packedSet = first >> 4 <= 9 && (first & 0xf) >= 0xa;
        if (bytes.length < 7 || !(first == 1 || packedSet)) {
            return false;
        }
        long number = 0;
        for (int i = 1; i <= 6; i++) {
            number = number << 8 | (bytes[i] & 0xff);
        }
        number >>= 48 - GTIN_BITS;
        String digits = "%014d".formatted(number);
        return digits.length() == 14
                && Gtin.checkDigit(digits.substring(0, 13)) == digits.charAt(13) - '0';
    }
}
