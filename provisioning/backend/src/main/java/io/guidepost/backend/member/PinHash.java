package io.guidepost.backend.member;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2-HMAC-SHA-256 of a PIN, with its salt and rounds, as text. */
final class PinHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final String SCHEME = "pbkdf2-sha256";

    private PinHash() {}

    static String of(String pin) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return String.join(
                "$",
                SCHEME,
                Integer.toString(ROUNDS),
                Base64.getEncoder().encodeToString(salt),
                Base64.getEncoder().encodeToString(derive(pin, salt, ROUNDS)));
    }

    static boolean matches(String pin, String hash) {
        String[] parts = hash.split("\\$", -1);
        return parts.length == 4
                && parts[0].equals(SCHEME)
                && MessageDigest.isEqual(
                        derive(
                                pin,
                                Base64.getDecoder().decode(parts[2]),
                                Integer.parseInt(parts[1])),
                        Base64.getDecoder().decode(parts[3]));
    }

    private static byte[] derive(String pin, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2WithHmacSHA256 is part of every Java", e);
        } finally {
            spec.clearPassword();
        }
    }
}
