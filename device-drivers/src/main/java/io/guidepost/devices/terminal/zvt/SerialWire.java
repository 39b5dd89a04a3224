package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.transport.ByteLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Messages over a serial line (ZVT part 2, chapter "Serial transport protocol"): DLE STX, the
 * message with each DLE doubled, DLE ETX, CRC-16, lowest byte first. Each is confirmed by ACK, or
 * refused by NAK and then sent again, three times at most. Silence is no refusal: a message that
 * may have been taken is not sent again, as it could be a payment. The reading thread hands
 * confirmations to the writing one, so it must not write itself.
 */
public final class SerialWire implements ZvtWire {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int ACK = 0x06;
    private static final int DLE = 0x10;
    private static final int NAK = 0x15;
    private static final int TRIES = 3;

    /** T1 of the specification: longest gap inside a block, and to its confirmation. */
    private static final Duration GAP = Duration.ofSeconds(5);

    /** The longest message and its head. */
    private static final int LONGEST = 0xFFFF + 5;

    private enum Place {
        OUTSIDE,
        AFTER_DLE_OUTSIDE,
        INSIDE,
        AFTER_DLE_INSIDE,
        CRC_LOW,
        CRC_HIGH
    }

    private final ByteLine line;
    private final Duration gap;
    private final BlockingQueue<Boolean> confirmations = new LinkedBlockingQueue<>(8);
    private final Object sending = new Object();
    private final byte[] piece = new byte[1024];
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private int at;
    private int count;
    private Place place = Place.OUTSIDE;
    private int crcLow;

    public SerialWire(ByteLine line) {
        this(line, GAP);
    }

    /**
     * A wire with a time limit of its own.
     *
     * @param gap longest gap inside a block, and to its confirmation
     */
    public SerialWire(ByteLine line, Duration gap) {
        this.line = line;
        this.gap = gap;
    }

    @Override
    public Optional<Apdu> read(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            while (at < count) {
                Apdu message = take(piece[at++] & 0xFF);
                if (message != null) {
                    return Optional.of(message);
                }
            }
            boolean inside = place != Place.OUTSIDE;
            long left = end - System.nanoTime();
            if (left <= 0 && !inside) {
                return Optional.empty();
            }
            at = 0;
            count = line.read(piece, inside ? gap : Duration.ofNanos(left));
            if (count == 0 && inside) {
                // Half a block is no message: its sender hears that and sends it again.
                place = Place.OUTSIDE;
                confirm(NAK);
            }
        }
    }

    private @Nullable Apdu take(int value) throws IOException {
        switch (place) {
            case OUTSIDE -> {
                if (value == ACK || value == NAK) {
                    var _ = confirmations.offer(value == ACK);
                } else if (value == DLE) {
                    place = Place.AFTER_DLE_OUTSIDE;
                }
            }
            case AFTER_DLE_OUTSIDE -> {
                block.reset();
                place = value == STX ? Place.INSIDE : Place.OUTSIDE;
            }
            case INSIDE -> {
                if (value == DLE) {
                    place = Place.AFTER_DLE_INSIDE;
                } else {
                    keep(value);
                }
            }
            case AFTER_DLE_INSIDE -> {
                if (value == DLE) {
                    place = Place.INSIDE;
                    keep(value);
                } else {
                    place = value == ETX ? Place.CRC_LOW : Place.OUTSIDE;
                }
            }
            case CRC_LOW -> {
                crcLow = value;
                place = Place.CRC_HIGH;
            }
            case CRC_HIGH -> {
                place = Place.OUTSIDE;
                return whole((value << 8) | crcLow);
            }
        }
        return null;
    }

    private void keep(int value) {
        if (block.size() < LONGEST) {
            block.write(value);
        } else {
            place = Place.OUTSIDE;
        }
    }

    private @Nullable Apdu whole(int crc) throws IOException {
        byte[] bytes = block.toByteArray();
        if (crc(bytes) == crc) {
            try {
                Apdu message = Apdu.parse(bytes);
                confirm(ACK);
                return message;
            } catch (BadApdu _) {
                // Answered as a damaged block is.
            }
        }
        confirm(NAK);
        return null;
    }

    private void confirm(int by) throws IOException {
        synchronized (line) {
            line.write(new byte[] {(byte) by});
        }
    }

    @Override
    public void write(Apdu message) throws IOException {
        byte[] frame = frame(message);
        synchronized (sending) {
            for (int i = 0; i < TRIES; i++) {
                confirmations.clear();
                synchronized (line) {
                    line.write(frame);
                }
                Boolean good = confirmation();
                if (good == null) {
                    break;
                }
                if (good) {
                    return;
                }
            }
        }
        throw new IOException("the other side confirmed no message");
    }

    private @Nullable Boolean confirmation() throws IOException {
        try {
            return confirmations.poll(gap.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static byte[] frame(Apdu message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(DLE);
        out.write(STX);
        byte[] bytes = message.bytes();
        for (byte one : bytes) {
            if (one == DLE) {
                out.write(DLE);
            }
            out.write(one);
        }
        out.write(DLE);
        out.write(ETX);
        int crc = crc(bytes);
        out.write(crc & 0xFF);
        out.write(crc >>> 8);
        return out.toByteArray();
    }

    /** CRC-16/KERMIT over the message, DLE once each, and ETX. */
    static int crc(byte[] bytes) {
        int crc = 0;
        for (byte one : bytes) {
            crc = crc(crc, one & 0xFF);
        }
        return crc(crc, ETX);
    }

    private static int crc(int before, int value) {
        int crc = before ^ value;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x8408;
        }
        return crc;
    }
}
