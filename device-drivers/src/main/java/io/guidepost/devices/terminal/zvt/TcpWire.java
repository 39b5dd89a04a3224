package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Messages over TCP: one after the other, nothing between them (ZVT part 2, chapter TCP/IP). */
public final class TcpWire implements ZvtWire {
    /** A message that has begun must be there after this long. */
    private static final Duration WHOLE = Duration.ofSeconds(5);

    private final ByteLine line;
    private final Duration whole;
    private final byte[] piece = new byte[4096];
    private byte[] rest = new byte[0];

    public TcpWire(ByteLine line) {
        this(line, WHOLE);
    }

    /**
     * A wire with a time limit of its own.
     *
     * @param whole how long a message that has begun may take
     */
    public TcpWire(ByteLine line, Duration whole) {
        this.line = line;
        this.whole = whole;
    }

    @Override
    public Optional<Apdu> read(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        boolean began = rest.length > 0;
        if (began) {
            end = System.nanoTime() + whole.toNanos();
        }
        while (true) {
            Optional<Apdu> message = next();
            if (message.isPresent()) {
                return message;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                if (began) {
                    throw new BadApdu("a message that does not end");
                }
                return Optional.empty();
            }
            int count = line.read(piece, Duration.ofNanos(left));
            if (count > 0) {
                byte[] more = Arrays.copyOf(rest, rest.length + count);
                System.arraycopy(piece, 0, more, rest.length, count);
                rest = more;
                if (!began) {
                    began = true;
                    end = System.nanoTime() + whole.toNanos();
                }
            }
        }
    }

    private Optional<Apdu> next() throws BadApdu {
        if (rest.length > 0 && !isClass(rest[0] & 0xFF)) {
            throw new BadApdu("bytes that begin no message");
        }
        Optional<Integer> length = Apdu.lengthOf(rest, rest.length).filter(l -> l <= rest.length);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        Apdu message = Apdu.parse(Arrays.copyOf(rest, length.get()));
        rest = Arrays.copyOfRange(rest, length.get(), rest.length);
        return Optional.of(message);
    }

    /** The classes of messages that there are. */
    private static boolean isClass(int first) {
        return switch (first) {
            case 0x04, 0x05, 0x06, 0x08, 0x0F, 0x80, 0x84 -> true;
            default -> false;
        };
    }

    @Override
    public synchronized void write(Apdu message) throws IOException {
        line.write(message.bytes());
    }
}
