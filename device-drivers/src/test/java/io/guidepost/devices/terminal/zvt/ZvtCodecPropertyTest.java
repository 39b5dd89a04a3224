package io.guidepost.devices.terminal.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.devices.transport.ByteLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is written comes back; what was never written harms nobody. */
class ZvtCodecPropertyTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @Property(tries = 500)
    void digitsComeBack(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long value)
            throws BadApdu {
        assertThat(Bcd.read(Bcd.of(value, 6))).isEqualTo(value);
    }

    @Property(tries = 100)
    void whatIsNoDigitIsRefused(@ForAll byte one) {
        boolean digits = ((one >> 4) & 0xF) < 10 && (one & 0xF) < 10;
        if (!digits) {
            assertThatThrownBy(() -> Bcd.read(new byte[] {0, one})).isInstanceOf(BadApdu.class);
        }
    }

    @Property(tries = 100)
    void messagesComeBack(@ForAll @IntRange(max = 0xFFFF) int control, @ForAll byte[] data)
            throws BadApdu {
        Apdu message = new Apdu(control, data);
        assertThat(Apdu.parse(message.bytes())).isEqualTo(message);
    }

    @Property(tries = 60)
    void longMessagesComeBack(@ForAll("lengths") int length) throws BadApdu {
        Apdu message = new Apdu(0x06D3, new byte[length]);
        byte[] bytes = message.bytes();
        assertThat(bytes).hasSize(length + (length < 255 ? 3 : 5));
        assertThat(Apdu.parse(bytes)).isEqualTo(message);
        assertThat(Apdu.lengthOf(bytes, bytes.length)).contains(bytes.length);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0xFFFF),
                Arbitraries.of(0, 1, 254, 255, 256, 0xFFFE, 0xFFFF));
    }

    @Property(tries = 100)
    void taggedValuesComeBack(@ForAll("tagged") List<Tlv> values) throws BadApdu {
        assertThat(Tlv.parse(Tlv.bytes(values))).isEqualTo(values);
    }

    @Provide
    Arbitrary<List<Tlv>> tagged() {
        Arbitrary<Integer> tags =
                Arbitraries.of(0x07, 0x0A, 0x24, 0x26, 0x1F04, 0x1F5B, 0x5F20, 0xFF01, 0x1F8105);
        Arbitrary<byte[]> values = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(tags, values).as(Tlv::new).list().ofMaxSize(6);
    }

    @Property(tries = 100)
    void fieldsComeBack(
            @ForAll @LongRange(max = 999_999_999_999L) long amount,
            @ForAll @IntRange(max = 9999) int receipt,
            @ForAll @Size(max = 99) byte[] pan,
            @ForAll @Size(max = 999) byte[] text,
            @ForAll("tagged") List<Tlv> tagged)
            throws BadApdu {
        Fields fields =
                Fields.NONE
                        .with(Bmp.AMOUNT, amount)
                        .with(Bmp.PAN, pan)
                        .with(Bmp.TEXT, text)
                        .with(tagged)
                        .with(Bmp.RECEIPT, receipt);
        Fields read = Fields.parse(fields.bytes());
        assertThat(read).isEqualTo(fields);
        assertThat(read.number(Bmp.AMOUNT)).hasValue(amount);
        assertThat(read.number(Bmp.RECEIPT)).hasValue(receipt);
        assertThat(read.tagged()).isEqualTo(tagged);
    }

    @Property(tries = 100)
    void anyBytesAreFieldsOrRefused(@ForAll byte[] bytes) {
        assertThatCode(
                        () -> {
                            try {
                                StatusInformation.of(Fields.parseKnown(bytes).fields());
                                var _ = Tlv.parse(bytes);
                            } catch (BadApdu _) {
                                // That is an answer.
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Property(tries = 100)
    void tcpJoinsAndSplitsWhateverThePieces(
            @ForAll("messages") List<Apdu> messages, @ForAll @IntRange(min = 1, max = 9) int size)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        messages.forEach(m -> all.writeBytes(m.bytes()));
        ZvtWire wire = new TcpWire(new Pieces(all.toByteArray(), size));
        for (Apdu message : messages) {
            assertThat(wire.read(Duration.ofSeconds(1))).contains(message);
        }
        assertThat(wire.read(SHORT)).isEmpty();
    }

    @Property(tries = 100)
    void serialJoinsAndSplitsWhateverThePieces(
            @ForAll("messages") List<Apdu> messages, @ForAll @IntRange(min = 1, max = 9) int size)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Apdu message : messages) {
            Pieces sent = new Pieces(new byte[] {0x06}, 1);
            SerialWire sender = new SerialWire(sent, SHORT);
            try {
                sender.write(message);
            } catch (IOException _) {
                // Nobody confirms it here; what was sent is what is wanted.
            }
            all.writeBytes(sent.written.toByteArray());
            // Noise between the blocks is passed by.
            all.writeBytes(new byte[] {0x00, 0x55});
        }
        Pieces line = new Pieces(all.toByteArray(), size);
        ZvtWire wire = new SerialWire(line, SHORT);
        for (Apdu message : messages) {
            assertThat(wire.read(Duration.ofSeconds(1))).contains(message);
        }
        assertThat(wire.read(SHORT)).isEmpty();
        assertThat(line.written.toByteArray()).containsOnly(0x06);
    }

    @Property(tries = 100)
    void aSerialBlockWithAWrongBitIsRefused(
            @ForAll("messages") List<Apdu> messages, @ForAll @IntRange(max = 7) int bit)
            throws IOException {
        for (Apdu message : messages) {
            Pieces sent = new Pieces(new byte[0], 1);
            try {
                new SerialWire(sent, SHORT).write(message);
            } catch (IOException _) {
                // Nobody confirms it here; what was sent is what is wanted.
            }
            byte[] block = sent.written.toByteArray();
            block[block.length - 1] ^= (byte) (1 << bit);
            Pieces line = new Pieces(block, block.length);
            assertThat(new SerialWire(line, SHORT).read(SHORT)).isEmpty();
            assertThat(line.written.toByteArray()).containsExactly(0x15);
        }
    }

    @Provide
    Arbitrary<List<Apdu>> messages() {
        Arbitrary<Integer> controls = Arbitraries.of(0x0601, 0x040F, 0x04FF, 0x8000, 0x849C);
        // Many DLE among them.
        Arbitrary<byte[]> data =
                Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) 0x10))
                        .array(byte[].class)
                        .ofMaxSize(300);
        return Combinators.combine(controls, data).as(Apdu::new).list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 100)
    void anyBytesOnALineEndInTime(@ForAll byte[] noise) {
        assertThatCode(
                        () -> {
                            for (ZvtWire wire :
                                    List.of(
                                            new TcpWire(new Pieces(noise, 3), SHORT),
                                            new SerialWire(new Pieces(noise, 3), SHORT))) {
                                try {
                                    Optional<Apdu> read = wire.read(SHORT);
                                    while (read.isPresent()) {
                                        read = wire.read(SHORT);
                                    }
                                } catch (IOException _) {
                                    // The line is opened anew then.
                                }
                            }
                        })
                .doesNotThrowAnyException();
    }

    /**
     * The published check value of CRC-16/KERMIT, 2189 over "123456789", has ETX taken in after.
     */
    @Example
    void theChecksumIsKermits() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        int published = 0x2189;
        int withEtx = published ^ 0x03;
        for (int i = 0; i < 8; i++) {
            withEtx = (withEtx & 1) == 0 ? withEtx >>> 1 : (withEtx >>> 1) ^ 0x8408;
        }
        assertThat(SerialWire.crc(digits)).isEqualTo(withEtx);
    }

    /** A line that gives so many bytes at a time, and then nothing. */
    private static final class Pieces implements ByteLine {
        private final Deque<byte[]> left = new ArrayDeque<>();
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Pieces(byte[] all, int size) {
            for (int at = 0; at < all.length; at += size) {
                left.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
            }
        }

        @Override
        public int read(byte[] into, Duration limit) {
            byte[] next = left.poll();
            if (next == null) {
                return 0;
            }
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
        }

        @Override
        public void write(byte[] bytes) {
            written.writeBytes(bytes);
        }

        @Override
        public void close() {}
    }
}
