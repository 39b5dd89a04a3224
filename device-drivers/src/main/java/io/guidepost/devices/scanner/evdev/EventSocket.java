package io.guidepost.devices.scanner.evdev;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An event device whose kernel is a program: a Unix socket in place of the device file. One
 * connection carries the same {@code struct input_event}s; another carries each {@code ioctl}: its
 * request (int), the number of bytes (int) and the bytes; back come the result (int), the number of
 * bytes and the bytes, all in the machine's byte order. The first byte of a connection says which
 * it is.
 */
final class EventSocket extends EvdevNode {
    private static final byte EVENTS = 'E';
    private static final byte CONTROLS = 'C';
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final Path path;
    private final Channel events;
    private final Channel controls;

    private EventSocket(Path path, Channel events, Channel controls) {
        this.path = path;
        this.events = events;
        this.controls = controls;
    }

    static EventSocket open(Path path) throws IOException {
        Channel events = new Channel(path, EVENTS);
        try {
            return new EventSocket(path, events, new Channel(path, CONTROLS));
        } catch (IOException e) {
            events.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        return events.read(ByteBuffer.wrap(into), limit);
    }

    @Override
    int control(int request, int value) throws IOException {
        return control(
                request,
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putInt(value)
                        .array());
    }

    @Override
    int control(int request, byte[] buffer) throws IOException {
        ByteBuffer ask =
                ByteBuffer.allocate(2 * Integer.BYTES + buffer.length)
                        .order(ByteOrder.nativeOrder());
        ask.putInt(request).putInt(buffer.length).put(buffer).flip();
        controls.write(ask);
        ByteBuffer head = answer(2 * Integer.BYTES);
        int result = head.getInt();
        int length = head.getInt();
        if (length < 0 || length > buffer.length) {
            throw new IOException(path + " answered with " + length + " bytes");
        }
        answer(length).get(buffer, 0, length);
        return result;
    }

    private ByteBuffer answer(int length) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        long end = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (answer.hasRemaining()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IOException(path + " does not answer");
            }
            controls.read(answer, Duration.ofNanos(left));
        }
        return answer.flip();
    }

    @Override
    public void close() {
        events.close();
        controls.close();
    }

    /** A connection that can be read with a time limit and closed meanwhile. */
    private static final class Channel {
        private final SocketChannel socket;
        private final Selector selector;

        Channel(Path path, byte kind) throws IOException {
            socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
            selector = Selector.open();
            try {
                socket.write(ByteBuffer.wrap(new byte[] {kind}));
                socket.configureBlocking(false);
                socket.register(selector, SelectionKey.OP_READ);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        int read(ByteBuffer into, Duration limit) throws IOException {
            try {
                selector.selectedKeys().clear();
                selector.select(Math.max(1, limit.toMillis()));
            } catch (ClosedSelectorException e) {
                throw new IOException("the event device is closed", e);
            }
            int count = socket.read(into);
            if (count < 0) {
                throw new IOException("the event device is gone");
            }
            return count;
        }

        void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (socket.write(bytes) == 0) {
                    throw new IOException("the event device takes no more");
                }
            }
        }

        void close() {
            try {
                selector.close();
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
