package io.guidepost.contract.sign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The signed text in a voucher's QR code: {@code GPV1.<voucher id, 32 hex digits>.<valid until,
 * epoch seconds>.<key id>.<signature, base64url>}. It says nothing about the customer.
 *
 * @param validUntil whole seconds
 */
public record VoucherToken(UUID voucherId, Instant validUntil, String keyId) {
    public static final String PREFIX = "GPV1.";

    public static String issue(SigningKey key, UUID voucherId, Instant validUntil) {
        String signed =
                PREFIX
                        + voucherId.toString().replace("-", "")
                        + "."
                        + validUntil.getEpochSecond()
                        + "."
                        + key.verifyingKey().id();
        return signed
                + "."
                + ENCODER.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * The token's content where its form is right and the key's signature holds; empty otherwise.
     * Does not look at the time.
     */
    public static Optional<VoucherToken> verify(VerifyingKey key, String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 5 || !token.startsWith(PREFIX) || !HEX_32.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[4]);
            String signed = token.substring(0, token.lastIndexOf('.'));
            // The last character carries four unused bits: only one way of writing it is right.
            if (!ENCODER.encodeToString(signature).equals(parts[4])
                    || !parts[3].equals(key.id())
                    || !key.verifies(signed.getBytes(StandardCharsets.US_ASCII), signature)) {
                return Optional.empty();
            }
            UUID id =
                    new UUID(
                            Long.parseUnsignedLong(parts[1], 0, 16, 16),
                            Long.parseUnsignedLong(parts[1], 16, 32, 16));
            return Optional.of(
                    new VoucherToken(
                            id, Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern HEX_32 = Pattern.compile("[0-9a-f]{32}");
}
