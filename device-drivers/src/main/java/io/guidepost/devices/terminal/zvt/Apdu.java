package io.guidepost.devices.terminal.zvt;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * One message of either side: a control field of two bytes, a length, data. The length is one byte,
 * or FF and two bytes, lowest first, from 255 on (ZVT, part 2, application protocol).
 */
public final class Apdu {
    /** The other side's message was taken. */
    public static final Apdu ACCEPTED = new Apdu(0x8000, new byte[0]);

    private static final int LONGEST = 0xFFFF;
    private static final int HEAD = 3;
    private static final int LONG_HEAD = 5;

    private final int control;
    private final byte[] data;

    /**
     * Makes a message.
     *
     * @param control class and instruction, for example 0x0601
     * @param data at most 65,535 bytes
     */
    public Apdu(int control, byte[] data) {
        if (control < 0 || control > 0xFFFF || data.length > LONGEST) {
            throw new IllegalArgumentException("control or data out of range");
        }
        this.control = control;
        this.data = data.clone();
    }

    /** The refusal of a message, with a result code of ZVT's list. */
    public static Apdu refused(int code) {
        return new Apdu(0x8400 | code, new byte[0]);
    }

    public int control() {
        return control;
    }

    public byte[] data() {
        return data.clone();
    }

    /** Whether it says that the message before was taken. */
    public boolean accepts() {
        return control == 0x8000;
    }

    /** Whether it says that the message before was refused. */
    public boolean refuses() {
        return control >>> 8 == 0x84;
    }

    /** The second byte of the control field: why a message was refused. */
    public int code() {
        return control & 0xFF;
    }

    /** As it travels. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + LONG_HEAD);
        out.write(control >>> 8);
        out.write(control & 0xFF);
        if (data.length < 0xFF) {
            out.write(data.length);
        } else {
            out.write(0xFF);
            out.write(data.length & 0xFF);
            out.write(data.length >>> 8);
        }
        out.writeBytes(data);
        return out.toByteArray();
    }

    /** How many bytes the message that begins here has, as soon as that can be told. */
    public static Optional<Integer> lengthOf(byte[] bytes, int count) {
        if (count < HEAD) {
            return Optional.empty();
        }
        int length = bytes[2] & 0xFF;
        if (length < 0xFF) {
            return Optional.of(HEAD + length);
        }
        return count < LONG_HEAD
                ? Optional.empty()
                : Optional.of(LONG_HEAD + ((bytes[3] & 0xFF) | ((bytes[4] & 0xFF) << 8)));
    }

    /**
     * Reads exactly one message.
     *
     * @throws BadApdu when there are fewer or more bytes than its length says
     */
    public static Apdu parse(byte[] bytes) throws BadApdu {
        int length =
                lengthOf(bytes, bytes.length)
                        .filter(l -> l == bytes.length)
                        .orElseThrow(() -> new BadApdu("a message of another length than it says"));
        int control = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int head = (bytes[2] & 0xFF) == 0xFF ? LONG_HEAD : HEAD;
        return new Apdu(control, Arrays.copyOfRange(bytes, head, length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Apdu apdu
                && control == apdu.control
                && Arrays.equals(data, apdu.data);
    }

    @Override
    public int hashCode() {
        return 31 * control + Arrays.hashCode(data);
    }

    /** The control field and how long it is: data may name a card. */
    @Override
    public String toString() {
        return String.format("%02X %02X, %d bytes", control >>> 8, control & 0xFF, data.length);
    }
}
