package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * An open event device: a line whose bytes are {@link InputEvent}s, and what can be asked of the
 * kernel beside them. Subclasses carry the calls to a kernel or to a simulator.
 */
abstract class EvdevNode implements ByteLine {
    /** Bus, vendor and product as the kernel numbers them, 0 to 65,535. */
    record Id(int bus, int vendor, int product) {
        static final Id UNKNOWN = new Id(0, 0, 0);
    }

    /**
     * Calls {@code ioctl} with a buffer that is read and written.
     *
     * @return the call's result, or the error number below zero
     */
    abstract int control(int request, byte[] buffer) throws IOException;

    /** Calls {@code ioctl} with a number in place of a buffer. */
    abstract int control(int request, int value) throws IOException;

    /** Keeps the events from everybody else; whether that was granted. */
    boolean grab() throws IOException {
        return control(Ioctl.GRAB, 1) >= 0;
    }

    /** Asks for times of the monotonic clock; whether it was granted. */
    boolean monotonic() throws IOException {
        byte[] clock =
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putInt(Ioctl.CLOCK_MONOTONIC)
                        .array();
        return control(Ioctl.SET_CLOCK, clock) >= 0;
    }

    /** The keys that are down now. */
    BitSet keys() throws IOException {
        byte[] bits = new byte[Ioctl.KEY_BYTES];
        return control(Ioctl.GET_KEYS, bits) < 0 ? new BitSet() : BitSet.valueOf(bits);
    }

    /** The product's name, empty where the kernel knows none. */
    String name() throws IOException {
        return text(Ioctl.GET_NAME);
    }

    /** The serial number, empty where the kernel knows none. */
    String serial() throws IOException {
        return text(Ioctl.GET_UNIQ);
    }

    Id id() throws IOException {
        byte[] id = new byte[Ioctl.ID_BYTES];
        if (control(Ioctl.GET_ID, id) < 0) {
            return Id.UNKNOWN;
        }
        ByteBuffer words = ByteBuffer.wrap(id).order(ByteOrder.nativeOrder());
        return new Id(
                Short.toUnsignedInt(words.getShort(0)),
                Short.toUnsignedInt(words.getShort(2)),
                Short.toUnsignedInt(words.getShort(4)));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        throw new IOException("a scanner is only read");
    }

    private String text(int request) throws IOException {
        byte[] text = new byte[Ioctl.NAME_BYTES];
        int length = control(request, text);
        if (length <= 0) {
            return "";
        }
        int end = 0;
        while (end < length && end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8).strip();
    }
}
