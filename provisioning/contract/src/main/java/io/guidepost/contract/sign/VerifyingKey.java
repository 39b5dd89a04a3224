package io.guidepost.contract.sign;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** A public Ed25519 key (RFC 8032). Thread-safe. */
public final class VerifyingKey {
    private final PublicKey key;
    private final String id;

    private VerifyingKey(PublicKey key) {
        this.key = key;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            this.id = HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(key);
    }

    /** Reads an X.509 encoded key. */
    public static VerifyingKey decode(byte[] encoded) {
        try {
            return new VerifyingKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("verifying key: not an Ed25519 public key", e);
        }
    }

    public byte[] encoded() {
        return key.getEncoded();
    }

    /** Eight hex digits of the key's digest. */
    public String id() {
        return id;
    }

    /**
     * Whether the signature was made over exactly these bytes; a malformed signature is a wrong
     * one.
     */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
