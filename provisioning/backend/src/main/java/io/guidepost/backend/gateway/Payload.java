package io.guidepost.backend.gateway;

import java.nio.charset.StandardCharsets;

/** Bytes of a message; never changed once made. */
public final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Without the content: it may be personal. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
