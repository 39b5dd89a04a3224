package io.guidepost.devices.scanner.evdev;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code struct input_event} of {@code linux/input.h} on a 64-bit Linux: 24 bytes in the machine's
 * byte order.
 *
 * @param micros the kernel's time of the event in microseconds; on the monotonic clock once that
 *     was asked for
 * @param type one of the {@code EV_} constants
 * @param code the key, or what kind of report
 * @param value 1 pressed, 0 released, 2 repeated while held
 */
public record InputEvent(long micros, int type, int code, int value) {
    public static final int BYTES = 24;

    public static final int EV_SYN = 0;
    public static final int EV_KEY = 1;
    public static final int EV_MSC = 4;

    /** Ends what happened at once. */
    public static final int SYN_REPORT = 0;

    /** The kernel's buffer ran over: events are missing. */
    public static final int SYN_DROPPED = 3;

    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Reads one from the buffer's position on. */
    static InputEvent read(ByteBuffer from) {
        ByteBuffer event = from.slice(from.position(), BYTES).order(ByteOrder.nativeOrder());
        from.position(from.position() + BYTES);
        return new InputEvent(
                event.getLong(0) * MICROS_PER_SECOND + event.getLong(8),
                Short.toUnsignedInt(event.getShort(16)),
                Short.toUnsignedInt(event.getShort(18)),
                event.getInt(20));
    }

    /** Its 24 bytes. */
    public byte[] bytes() {
        ByteBuffer event = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        event.putLong(0, micros / MICROS_PER_SECOND);
        event.putLong(8, micros % MICROS_PER_SECOND);
        event.putShort(16, (short) type);
        event.putShort(18, (short) code);
        event.putInt(20, value);
        return event.array();
    }
}
