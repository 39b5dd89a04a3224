package io.guidepost.contract.sign;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** A private Ed25519 key (RFC 8032) and its short name. Thread-safe. */
public final class SigningKey {
    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every Java since 15", e);
        }
    }

    /** Reads what {@link #encoded()} gave. */
    public static SigningKey decode(byte[] encoded) {
        try {
            int privateLength = encoded[0] & 0xff;
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            PrivateKey key =
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(
                                    Arrays.copyOfRange(encoded, 1, 1 + privateLength)));
            byte[] publicKey = Arrays.copyOfRange(encoded, 1 + privateLength, encoded.length);
            return new SigningKey(key, VerifyingKey.decode(publicKey));
        } catch (GeneralSecurityException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("signing key: not an Ed25519 key", e);
        }
    }

    /**
     * Private (PKCS#8) and public key (X.509) together, for a file that only the backend may read.
     */
    public byte[] encoded() {
        byte[] privateKey = key.getEncoded();
        byte[] publicKey = verifying.encoded();
        byte[] out = new byte[1 + privateKey.length + publicKey.length];
        out[0] = (byte) privateKey.length;
        System.arraycopy(privateKey, 0, out, 1, privateKey.length);
        System.arraycopy(publicKey, 0, out, 1 + privateKey.length, publicKey.length);
        return out;
    }

    public VerifyingKey verifyingKey() {
        return verifying;
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any message", e);
        }
    }
}
