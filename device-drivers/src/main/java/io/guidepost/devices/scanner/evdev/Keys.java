package io.guidepost.devices.scanner.evdev;

import java.util.List;

/** Numbers of keys in {@code linux/input-event-codes.h}. */
public final class Keys {
    public static final int TAB = 15;
    public static final int ENTER = 28;
    public static final int LEFT_CTRL = 29;
    public static final int LEFT_SHIFT = 42;
    public static final int RIGHT_SHIFT = 54;
    public static final int LEFT_ALT = 56;
    public static final int SPACE = 57;
    public static final int CAPS_LOCK = 58;
    public static final int NUM_LOCK = 69;
    public static final int SCROLL_LOCK = 70;
    public static final int KEYPAD_ENTER = 96;
    public static final int RIGHT_CTRL = 97;
    public static final int RIGHT_ALT = 100;
    public static final int LEFT_META = 125;
    public static final int RIGHT_META = 126;

    /** The keypad's digits, 0 first. */
    static final List<Integer> KEYPAD_DIGITS = List.of(82, 79, 80, 81, 75, 76, 77, 71, 72, 73);

    private Keys() {}

    /** The number of the keypad's key for a digit from 0 to 9. */
    public static int keypad(int digit) {
        return KEYPAD_DIGITS.get(digit);
    }

    /** What a key of the keypad types on any layout, zero for other keys. */
    static char onKeypad(int key) {
        int digit = KEYPAD_DIGITS.indexOf(key);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (key) {
            case 55 -> '*';
            case 74 -> '-';
            case 78 -> '+';
            case 83 -> '.';
            case 98 -> '/';
            case 117 -> '=';
            case 121 -> ',';
            default -> 0;
        };
    }

    /** Whether the key changes what others type. */
    static boolean modifier(int key) {
        return switch (key) {
            case LEFT_CTRL,
                    RIGHT_CTRL,
                    LEFT_SHIFT,
                    RIGHT_SHIFT,
                    LEFT_ALT,
                    RIGHT_ALT,
                    LEFT_META,
                    RIGHT_META ->
                    true;
            default -> false;
        };
    }

    /** Whether the key types nothing and changes nothing here; the keypad always types digits. */
    static boolean idle(int key) {
        return key == NUM_LOCK || key == SCROLL_LOCK;
    }
}
