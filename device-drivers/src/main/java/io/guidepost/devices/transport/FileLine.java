package io.guidepost.devices.transport;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A line over a device file that is written and read as it is, such as {@code /dev/usb/lp0}. Never
 * blocks in the kernel: every wait is a {@code poll} (POSIX.1-2017) that ends by its limit or when
 * the line is closed. A device that takes nothing for a while breaks the line. Linux only; a wait
 * holds its thread, so read and write from platform threads.
 */
public final class FileLine implements ByteLine {
    /** How long a device may take nothing: shorter than what the watch takes for a hang. */
    private static final Duration STALL = Duration.ofSeconds(8);

    private static final long BREATH_MILLIS = 20;

    private final int descriptor;
    private final int wake;
    private final String name;
    private final long stallNanos;

    /** Held shared while the descriptor is in use: only then may its number be given back. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private volatile boolean closed;

    private FileLine(int descriptor, String name, Duration stall) throws IOException {
        this.descriptor = descriptor;
        this.name = name;
        this.stallNanos = stall.toNanos();
        this.wake = Posix.eventfd();
    }

    /** Opens lines to this device file, each time anew. A link to it is followed. */
    public static LineOpener to(Path device) {
        return to(device, STALL);
    }

    /**
     * Opens lines to this device file, each time anew. A link to it is followed.
     *
     * @param stall how long a write may wait for the device to take a byte
     */
    public static LineOpener to(Path device, Duration stall) {
        return () -> over(Posix.open(device.toString()), device.toString(), stall);
    }

    /** How a device on a serial line says that it takes nothing just now. */
    public enum Flow {
        /** It cannot: too much is lost. */
        NONE,
        /** By a wire: CTS here, to which most printers' DTR leads. */
        HARDWARE,
        /** By XOFF and XON among the bytes. */
        SOFTWARE
    }

    /**
     * Opens lines to this tty, each time anew: 8 data bits, no parity, one stop bit. For devices
     * that may take nothing for a while, such as printers: waiting for them costs no processor
     * time.
     *
     * @param baud a usual rate, for example 115,200; means nothing to a USB or pseudo tty
     */
    public static LineOpener tty(Path tty, int baud, Flow flow) {
        return () -> {
            int descriptor = Posix.open(tty.toString());
            try {
                Posix.serial(descriptor, baud, flow);
            } catch (IOException e) {
                Posix.close(descriptor);
                throw e;
            }
            return over(descriptor, tty.toString());
        };
    }

    /**
     * Speaks over a descriptor that is open already and does not block; it is closed with the line.
     *
     * @param name for messages
     */
    public static FileLine over(int descriptor, String name) throws IOException {
        return over(descriptor, name, STALL);
    }

    private static FileLine over(int descriptor, String name, Duration stall) throws IOException {
        try {
            return new FileLine(descriptor, name, stall);
        } catch (IOException e) {
            Posix.close(descriptor);
            throw e;
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        use.readLock().lock();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(into.length);
            long end = System.nanoTime() + limit.toNanos();
            while (true) {
                int ready = await(Posix.POLLIN, end - System.nanoTime());
                if (ready == 0) {
                    return 0;
                }
                long count = Posix.read(descriptor, buffer);
                if (count > 0) {
                    MemorySegment.copy(
                            buffer, ValueLayout.JAVA_BYTE, 0, into, 0, Math.toIntExact(count));
                    return Math.toIntExact(count);
                }
                if (count == 0 && (ready & Posix.POLLHUP) != 0) {
                    throw new EOFException(name + " has hung up");
                }
                // A USB printer may answer with no bytes; that is no end, but must not spin either.
                pause();
                if (System.nanoTime() >= end) {
                    return 0;
                }
            }
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        use.readLock().lock();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long done = 0;
            long stalledAt = System.nanoTime() + stallNanos;
            while (done < bytes.length) {
                if (await(Posix.POLLOUT, stalledAt - System.nanoTime()) == 0) {
                    throw new IOException(name + " takes nothing any more");
                }
                long count = Posix.write(descriptor, buffer.asSlice(done));
                if (count > 0) {
                    done += count;
                    stalledAt = System.nanoTime() + stallNanos;
                } else {
                    pause();
                }
            }
        } finally {
            use.readLock().unlock();
        }
    }

    /** Closes the line; what was written and has not left yet is dropped. */
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
            // A serial port would otherwise wait up to 30 s for a device that does not take it.
            Posix.flush(descriptor);
            Posix.close(descriptor);
            Posix.close(wake);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** What the device is ready for, zero when the time is over. */
    private int await(int events, long nanos) throws IOException {
        if (closed) {
            throw new IOException(name + " was closed");
        }
        int ready = Posix.poll(descriptor, events, wake, Math.max(0, nanos / 1_000_000));
        if (closed) {
            throw new IOException(name + " was closed");
        }
        boolean drained = (ready & Posix.POLLIN) == 0;
        if ((ready & (Posix.POLLERR | Posix.POLLNVAL)) != 0
                || (drained && (ready & Posix.POLLHUP) != 0)) {
            throw new IOException(name + " is gone");
        }
        return ready;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
