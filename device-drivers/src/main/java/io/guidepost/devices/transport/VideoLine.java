package io.guidepost.devices.transport;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A camera of the kernel's video interface (V4L2) that sends JPEG pictures, such as a USB camera.
 * Every wait is a {@code poll} that ends by its limit or when the line is closed; a wait holds its
 * thread, so read from a platform thread. Linux on a 64-bit machine only.
 */
public final class VideoLine implements ByteLine {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int BUFFERS = 4;
    private static final int LONGEST = 8 * 1024 * 1024;

    private final int descriptor;
    private final int wake;
    private final String name;
    private final List<MemorySegment> buffers = new ArrayList<>();
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private byte[] picture = new byte[0];
    private int at;
    private volatile boolean closed;

    private VideoLine(int descriptor, String name) throws IOException {
        this.descriptor = descriptor;
        this.name = name;
        this.wake = Posix.eventfd();
    }

    /** Opens lines to this camera, each time anew. A link to it is followed. */
    public static LineOpener to(Path device) {
        return () -> {
            int descriptor = Posix.open(device.toString());
            VideoLine line;
            try {
                line = new VideoLine(descriptor, device.toString());
            } catch (IOException e) {
                Posix.close(descriptor);
                throw e;
            }
            try {
                line.start();
            } catch (IOException e) {
                line.close();
                throw e;
            }
            return line;
        };
    }

    private void start() throws IOException {
        V4l2.prepare(descriptor, name, WIDTH, HEIGHT);
        int count = V4l2.requestBuffers(descriptor, BUFFERS);
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < count; i++) {
                MemorySegment buffer = V4l2.buffer(arena, i);
                Posix.ioctl(descriptor, V4l2.QUERYBUF, "asking for a buffer", buffer);
                long offset =
                        Integer.toUnsignedLong(
                                buffer.get(ValueLayout.JAVA_INT, V4l2.BUFFER_OFFSET));
                long length =
                        Integer.toUnsignedLong(
                                buffer.get(ValueLayout.JAVA_INT, V4l2.BUFFER_LENGTH));
                buffers.add(Posix.map(descriptor, offset, length));
                Posix.ioctl(descriptor, V4l2.QBUF, "giving the camera a buffer", buffer);
            }
        }
        V4l2.stream(descriptor, true);
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        use.readLock().lock();
        try {
            if (at == picture.length) {
                picture = next(limit);
                at = 0;
            }
            int count = Math.min(into.length, picture.length - at);
            System.arraycopy(picture, at, into, 0, count);
            at += count;
            return count;
        } finally {
            use.readLock().unlock();
        }
    }

    /** The next picture's bytes; none when the time is over or the picture was damaged. */
    private byte[] next(Duration limit) throws IOException {
        check();
        int ready = Posix.poll(descriptor, Posix.POLLIN, wake, limit.toMillis());
        check();
        if ((ready & (Posix.POLLERR | Posix.POLLHUP | Posix.POLLNVAL)) != 0) {
            throw new IOException(name + " is gone");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = V4l2.buffer(arena, 0);
            if (ready == 0 || !Posix.ioctl(descriptor, V4l2.DQBUF, "taking a picture", buffer)) {
                return new byte[0];
            }
            byte[] bytes = new byte[0];
            int used = buffer.get(ValueLayout.JAVA_INT, V4l2.BUFFER_USED);
            int flags = buffer.get(ValueLayout.JAVA_INT, V4l2.BUFFER_FLAGS);
            MemorySegment memory = buffers.get(buffer.get(ValueLayout.JAVA_INT, 0));
            if ((flags & V4l2.DAMAGED) == 0
                    && used > 0
                    && used <= Math.min(LONGEST, memory.byteSize())) {
                bytes = memory.asSlice(0, used).toArray(ValueLayout.JAVA_BYTE);
            }
            Posix.ioctl(descriptor, V4l2.QBUF, "giving the buffer back", buffer);
            return bytes;
        }
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException(name + " was closed");
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        throw new IOException("a camera takes no bytes");
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            Posix.wake(wake);
        }
        use.writeLock().lock();
        try {
            // Closing ends the stream; mapped memory must be given back by us.
            buffers.forEach(Posix::unmap);
            Posix.close(descriptor);
            Posix.close(wake);
        } finally {
            use.writeLock().unlock();
        }
    }
}
