package io.guidepost.backend.telemetry;

/** A payload as it came, whatever it is; never changed once made. */
public final class RawData {
    private final byte[] bytes;

    public RawData(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the content: it may be personal. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
