package io.guidepost.backend.member;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digest of member and badge codes (HMAC-SHA-256). The codes are short, so without the key
 * the table would tell them; the key lies in a file of its own.
 */
public final class CodeDigest {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Takes the key, 32 bytes. */
    public CodeDigest(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** 64 hex digits. */
    String of(String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }
}
