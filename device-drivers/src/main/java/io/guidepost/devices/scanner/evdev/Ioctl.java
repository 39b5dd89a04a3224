package io.guidepost.devices.scanner.evdev;

/** Requests of {@code linux/input.h}, put together as {@code asm-generic/ioctl.h} does. */
public final class Ioctl {
    /** Bytes of a bit field with all keys: {@code KEY_CNT} is 768. */
    public static final int KEY_BYTES = 96;

    /** Bytes of a name, its ending zero included. */
    public static final int NAME_BYTES = 256;

    /** {@code struct input_id}: bus, vendor, product, version, two bytes each. */
    public static final int ID_BYTES = 8;

    /** {@code EVIOCGID}. */
    public static final int GET_ID = read(0x02, ID_BYTES);

    /** {@code EVIOCGNAME}. */
    public static final int GET_NAME = read(0x06, NAME_BYTES);

    /** {@code EVIOCGUNIQ}: the serial number. */
    public static final int GET_UNIQ = read(0x08, NAME_BYTES);

    /** {@code EVIOCGKEY}: which keys are down. */
    public static final int GET_KEYS = read(0x18, KEY_BYTES);

    /** {@code EVIOCGRAB}: nobody else gets the events; its argument is the value itself. */
    public static final int GRAB = write(0x90, Integer.BYTES);

    /** {@code EVIOCSCLOCKID}: which clock stamps the events. */
    public static final int SET_CLOCK = write(0xa0, Integer.BYTES);

    /** {@code CLOCK_MONOTONIC} of {@code time.h}. */
    public static final int CLOCK_MONOTONIC = 1;

    private static final int WRITE = 1;
    private static final int READ = 2;

    private Ioctl() {}

    private static int read(int number, int bytes) {
        return READ << 30 | bytes << 16 | 'E' << 8 | number;
    }

    private static int write(int number, int bytes) {
        return WRITE << 30 | bytes << 16 | 'E' << 8 | number;
    }
}
