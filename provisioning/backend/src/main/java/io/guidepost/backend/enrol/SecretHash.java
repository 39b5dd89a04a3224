package io.guidepost.backend.enrol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Salted SHA-256 of a secret that the backend made itself from 256 random bits. Stretching would
 * add nothing to such a secret and would hold up a fleet that reconnects all at once; PINs, which
 * can be guessed, are stretched (see the member package).
 */
final class SecretHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final String SCHEME = "sha256";

    private SecretHash() {}

    static String newSecret() {
        return encode(random(SECRET_BYTES));
    }

    static String of(String secret) {
        byte[] salt = random(SALT_BYTES);
        return SCHEME + "$" + encode(salt) + "$" + encode(digest(salt, secret));
    }

    /** Takes the same time whether it matches or not. */
    static boolean matches(String secret, String hash) {
        String[] parts = hash.split("\\$", -1);
        return parts.length == 3
                && parts[0].equals(SCHEME)
                && MessageDigest.isEqual(digest(decode(parts[1]), secret), decode(parts[2]));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static byte[] random(int length) {
        byte[] out = new byte[length];
        RANDOM.nextBytes(out);
        return out;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
