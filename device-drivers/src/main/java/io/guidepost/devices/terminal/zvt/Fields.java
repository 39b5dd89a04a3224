package io.guidepost.devices.terminal.zvt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a message in their order, each at most once. Immutable. */
public final class Fields {
    /** No field at all. */
    public static final Fields NONE = new Fields(Map.of());

    /** What texts are written in where nothing else was agreed on. */
    private static final Charset TEXT = Charset.forName("IBM437");

    private final Map<Integer, byte[]> values;

    private Fields(Map<Integer, byte[]> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** These fields and one more, or one of them with another value. */
    public Fields with(int bmp, byte[] value) {
        int size = Bmp.size(bmp);
        boolean fits =
                switch (size) {
                    case Bmp.LLVAR -> value.length <= 99;
                    case Bmp.LLLVAR -> value.length <= 999;
                    case Bmp.CONTAINER -> value.length <= 0xFFFF;
                    default -> value.length == size;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    String.format("field %02X cannot have %d bytes", bmp, value.length));
        }
        Map<Integer, byte[]> more = new LinkedHashMap<>(values);
        more.put(bmp, value.clone());
        return new Fields(more);
    }

    /** With a number as digits. */
    public Fields with(int bmp, long number) {
        return with(bmp, Bcd.of(number, Bmp.size(bmp)));
    }

    /** With a text. */
    public Fields with(int bmp, String text) {
        return with(bmp, text.getBytes(TEXT));
    }

    /** With tagged values. */
    public Fields with(List<Tlv> tagged) {
        return with(Bmp.TLV, Tlv.bytes(tagged));
    }

    /** A field's value as it travelled, without its length. */
    public Optional<byte[]> value(int bmp) {
        return Optional.ofNullable(values.get(bmp)).map(byte[]::clone);
    }

    /** A field's value as a number of one byte. */
    public Optional<Integer> code(int bmp) {
        return value(bmp).map(v -> v[0] & 0xFF);
    }

    /** A field's digits as a number; nothing where it has none. */
    public OptionalLong number(int bmp) {
        Optional<byte[]> digits = value(bmp);
        try {
            return digits.isPresent()
                    ? OptionalLong.of(Bcd.read(digits.get()))
                    : OptionalLong.empty();
        } catch (BadApdu _) {
            return OptionalLong.empty();
        }
    }

    /** A field's text. */
    public Optional<String> text(int bmp) {
        return value(bmp).map(v -> new String(v, TEXT));
    }

    /** The tagged values; none where there are none or they cannot be read. */
    public List<Tlv> tagged() {
        try {
            return Tlv.parse(value(Bmp.TLV).orElse(new byte[0]));
        } catch (BadApdu _) {
            return List.of();
        }
    }

    /** As they travel. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach(
                (bmp, value) -> {
                    out.write(bmp);
                    switch (Bmp.size(bmp)) {
                        case Bmp.LLVAR -> out.writeBytes(digits(value.length, 2));
                        case Bmp.LLLVAR -> out.writeBytes(digits(value.length, 3));
                        case Bmp.CONTAINER -> out.writeBytes(Tlv.length(value.length));
                        default -> {
                            // Its length is known to both sides.
                        }
                    }
                    out.writeBytes(value);
                });
        return out.toByteArray();
    }

    private static byte[] digits(int length, int count) {
        byte[] digits = new byte[count];
        int rest = length;
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = (byte) (0xF0 | rest % 10);
            rest /= 10;
        }
        return digits;
    }

    /**
     * Reads fields to the end. Of a field that comes twice the last one counts.
     *
     * @throws BadApdu when a field is not known, so that its end cannot be told, or is cut short
     */
    public static Fields parse(byte[] bytes) throws BadApdu {
        Known known = parseKnown(bytes);
        if (known.rest() > 0) {
            throw new BadApdu("a field that is unknown");
        }
        return known.fields();
    }

    /**
     * What could be read.
     *
     * @param rest how many bytes are left from the first unknown field on
     */
    public record Known(Fields fields, int rest) {}

    /**
     * Reads fields up to the first one that only its maker knows: its end cannot be told.
     *
     * @throws BadApdu when a field is cut short
     */
    public static Known parseKnown(byte[] bytes) throws BadApdu {
        Map<Integer, byte[]> values = new LinkedHashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int bmp = bytes[at] & 0xFF;
            int size = Bmp.size(bmp);
            if (size == Bmp.UNKNOWN) {
                break;
            }
            at++;
            int length;
            switch (size) {
                case Bmp.LLVAR, Bmp.LLLVAR -> {
                    length = length(bytes, at, -size, bmp);
                    at -= size;
                }
                case Bmp.CONTAINER -> {
                    Tlv.Length container = Tlv.Length.at(bytes, at);
                    length = container.value();
                    at += container.bytes();
                }
                default -> length = size;
            }
            if (bytes.length - at < length) {
                throw new BadApdu(String.format("field %02X is cut short", bmp));
            }
            values.put(bmp, Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        return new Known(new Fields(values), bytes.length - at);
    }

    private static int length(byte[] bytes, int at, int count, int bmp) throws BadApdu {
        int length = 0;
        for (int i = at; i < at + count; i++) {
            int digit = i < bytes.length ? bytes[i] & 0x0F : 10;
            if (digit > 9) {
                throw new BadApdu(String.format("field %02X has a length that is none", bmp));
            }
            length = length * 10 + digit;
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && Arrays.equals(bytes(), fields.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    /** Which fields there are; their values may name a card. */
    @Override
    public String toString() {
        return values.keySet().stream().map(bmp -> String.format("%02X", bmp)).toList().toString();
    }
}
