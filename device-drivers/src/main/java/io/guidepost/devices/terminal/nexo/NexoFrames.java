package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Messages on a line, each after its length in four bytes, the highest first (nexo TCP transport).
 */
public final class NexoFrames {
    private static final int LONGEST = 256 * 1024;

    private final ByteLine line;
    private final byte[] piece = new byte[8192];
    private final Deque<byte[]> complete = new ArrayDeque<>();
    private byte[] rest = new byte[0];

    public NexoFrames(ByteLine line) {
        this.line = line;
    }

    /**
     * The next message, or nothing when the line brought nothing in time.
     *
     * @param limit for a message to begin, and once more for it to be complete
     * @throws IOException also when a message that has begun is not completed in time
     */
    public Optional<byte[]> read(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (complete.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                if (rest.length == 0) {
                    return Optional.empty();
                }
                throw new IOException("a message that was not completed in time");
            }
            int count = line.read(piece, Duration.ofNanos(left));
            if (count > 0 && rest.length == 0) {
                end = System.nanoTime() + limit.toNanos();
            }
            byte[] joined = Arrays.copyOf(rest, rest.length + count);
            System.arraycopy(piece, 0, joined, rest.length, count);
            rest = split(joined);
        }
        return Optional.ofNullable(complete.poll());
    }

    /** Writes one message; safe from several threads. */
    public void write(byte[] message) throws IOException {
        byte[] frame =
                ByteBuffer.allocate(4 + message.length).putInt(message.length).put(message).array();
        synchronized (line) {
            line.write(frame);
        }
    }

    private byte[] split(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.remaining() >= 4) {
            int length = buffer.getInt(buffer.position());
            if (length < 2 || length > LONGEST) {
                throw new IOException(
                        "a message of " + length + " bytes; at most " + LONGEST + " are taken");
            }
            if (buffer.remaining() < 4 + length) {
                break;
            }
            byte[] message = new byte[length];
            buffer.position(buffer.position() + 4).get(message);
            complete.add(message);
        }
        byte[] left = new byte[buffer.remaining()];
        buffer.get(left);
        return left;
    }
}
