package io.guidepost.devices.terminal.nexo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Service ids: ten letters and digits that join a request and its answer. */
final class ServiceIds {
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private static final int LENGTH = 10;

    private ServiceIds() {}

    static String fresh() {
        return of(UUID.randomUUID());
    }

    /**
     * Always the same for the same id, so that a program that was killed can ask for its payment
     * again. Fifty bits of a hash; the full id travels as the sale transaction id and is compared
     * in each answer.
     */
    static String of(UUID id) {
        byte[] hash;
        try {
            hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        long bits = ByteBuffer.wrap(hash).getLong();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return text.toString();
    }
}
