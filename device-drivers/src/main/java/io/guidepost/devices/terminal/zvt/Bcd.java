package io.guidepost.devices.terminal.zvt;

/** Packed decimal digits, two a byte, highest first: how ZVT writes every number. */
public final class Bcd {
    private Bcd() {}

    /**
     * The digits of a number.
     *
     * @param value not negative, at most two digits for each byte
     */
    public static byte[] of(long value, int bytes) {
        byte[] digits = new byte[bytes];
        long rest = value;
        for (int i = bytes - 1; i >= 0; i--) {
            digits[i] = (byte) (((rest / 10 % 10) << 4) | (rest % 10));
            rest /= 100;
        }
        if (value < 0 || rest != 0) {
            throw new IllegalArgumentException(
                    "value must have at most " + 2 * bytes + " digits and no sign");
        }
        return digits;
    }

    /**
     * The number that the digits write, at most 18 digits.
     *
     * @throws BadApdu when half a byte is no digit
     */
    public static long read(byte[] digits) throws BadApdu {
        if (digits.length > 9) {
            throw new BadApdu("a number of more than 18 digits");
        }
        long value = 0;
        for (byte two : digits) {
            int high = (two >> 4) & 0xF;
            int low = two & 0xF;
            if (high > 9 || low > 9) {
                throw new BadApdu("a number with a digit that is none");
            }
            value = value * 100 + high * 10L + low;
        }
        return value;
    }
}
