package io.guidepost.devices.terminal.zvt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tagged values inside field 06: tags of one to three bytes, lengths of one byte, or 81 and one, or
 * 82 and two, highest first (ZVT, chapter "TLV container", after ISO/IEC 8825-1).
 */
public final class Tlv {
    private final int tag;
    private final byte[] value;

    /**
     * Makes one.
     *
     * @param tag with its bytes as they travel, for example 0x1F04
     * @param value at most 65,535 bytes
     */
    public Tlv(int tag, byte[] value) {
        if (value.length > 0xFFFF || !wellFormed(tag)) {
            throw new IllegalArgumentException("tag or value out of range");
        }
        this.tag = tag;
        this.value = value.clone();
    }

    public int tag() {
        return tag;
    }

    public byte[] value() {
        return value.clone();
    }

    /** The values as they travel, one after the other. */
    public static byte[] bytes(List<Tlv> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tlv one : values) {
            if (one.tag > 0xFFFF) {
                out.write(one.tag >>> 16);
            }
            if (one.tag > 0xFF) {
                out.write((one.tag >>> 8) & 0xFF);
            }
            out.write(one.tag & 0xFF);
            out.writeBytes(length(one.value.length));
            out.writeBytes(one.value);
        }
        return out.toByteArray();
    }

    /** A length as it travels. */
    static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length <= 0xFF
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >>> 8), (byte) length};
    }

    /**
     * Reads values one after the other.
     *
     * @throws BadApdu when one ends before its length says
     */
    public static List<Tlv> parse(byte[] bytes) throws BadApdu {
        List<Tlv> values = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int tag = bytes[at] & 0xFF;
            at++;
            if ((tag & 0x1F) == 0x1F) {
                boolean more = true;
                for (int i = 0; more; i++) {
                    if (at == bytes.length || i == 2) {
                        throw new BadApdu("a tag that does not end");
                    }
                    tag = (tag << 8) | (bytes[at] & 0xFF);
                    more = (bytes[at] & 0x80) != 0;
                    at++;
                }
            }
            Length length = Length.at(bytes, at);
            at += length.bytes();
            if (bytes.length - at < length.value()) {
                throw new BadApdu("a tagged value that is cut short");
            }
            values.add(new Tlv(tag, Arrays.copyOfRange(bytes, at, at + length.value())));
            at += length.value();
        }
        return values;
    }

    private static boolean wellFormed(int tag) {
        if (tag < 0 || tag > 0xFFFFFF) {
            return false;
        }
        int first = tag > 0xFFFF ? tag >>> 16 : tag > 0xFF ? tag >>> 8 : tag;
        boolean goesOn = (first & 0x1F) == 0x1F;
        boolean ends = (tag & 0x80) == 0 || tag <= 0xFF;
        boolean middle = tag <= 0xFFFF || ((tag >>> 8) & 0x80) != 0;
        return goesOn == (tag > 0xFF) && ends && middle;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv tlv && tag == tlv.tag && Arrays.equals(value, tlv.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return String.format("%X, %d bytes", tag, value.length);
    }

    /** A length in the TLV form, and how many bytes it takes itself. */
    record Length(int value, int bytes) {
        static Length at(byte[] bytes, int at) throws BadApdu {
            int first = at < bytes.length ? bytes[at] & 0xFF : -1;
            int more = first - 0x80;
            if (first < 0 || more == 0 || more > 2 || at + Math.max(0, more) >= bytes.length) {
                throw new BadApdu("a length that is none");
            }
            return switch (more) {
                case 1 -> new Length(bytes[at + 1] & 0xFF, 2);
                case 2 -> new Length(((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF), 3);
                default -> new Length(first, 1);
            };
        }
    }
}
