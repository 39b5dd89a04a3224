package io.guidepost.devices.scanner.evdev;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An event device of the kernel, by calls into the C library ({@code open}, {@code poll}, {@code
 * read}, {@code ioctl}). Its numbers are the same on x86-64 and arm64. A reader waits on the device
 * and on an {@code eventfd} by which closing wakes it.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class EventFile extends EvdevNode {
    /** Read only, not waiting, not inherited. */
    static final int OPEN_FLAGS = 0x800 | 0x80000;

    static final int EVENTFD_FLAGS = 0x800 | 0x80000;
    private static final short POLLIN = 1;
    private static final int POLLFD_BYTES = 8;
    private static final int REVENTS = 6;

    private static final int ENOENT = 2;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    // open and ioctl take any number of arguments in C.
    private static final MethodHandle OPEN =
            call(
                    "open",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL =
            call(
                    "ioctl",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle EVENTFD =
            call(
                    "eventfd",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle POLL =
            call(
                    "poll",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT));
    private static final FunctionDescriptor TRANSFER =
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG);
    private static final MethodHandle READ = call("read", TRANSFER);
    private static final MethodHandle WRITE = call("write", TRANSFER);
    private static final MethodHandle CLOSE =
            call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final Path path;
    private final int device;
    private final int wake;
    private final ReentrantLock using = new ReentrantLock();
    private volatile boolean closing;
    private boolean closed;

    private EventFile(Path path, int device, int wake) {
        this.path = path;
        this.device = device;
        this.wake = wake;
    }

    /**
     * Opens an event device.
     *
     * @throws NoSuchFileException when it is not plugged in
     * @throws AccessDeniedException when this user may not read it
     */
    static EventFile open(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int device =
                    (int) OPEN.invokeExact(errno, arena.allocateFrom(path.toString()), OPEN_FLAGS);
            if (device < 0) {
                throw switch (error(errno)) {
                    case ENOENT -> new NoSuchFileException(path.toString());
                    case EACCES -> new AccessDeniedException(path.toString());
                    default -> new IOException("cannot open " + path + ", errno " + error(errno));
                };
            }
            int wake = (int) EVENTFD.invokeExact(errno, 0, EVENTFD_FLAGS);
            if (wake < 0) {
                int reason = error(errno);
                int _ = (int) CLOSE.invokeExact(errno, device);
                throw new IOException("eventfd failed, errno " + reason);
            }
            return new EventFile(path, device, wake);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        using.lock();
        try (Arena arena = Arena.ofConfined()) {
            if (closing) {
                throw new IOException(path + " is closed");
            }
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment both = arena.allocate(2 * POLLFD_BYTES, Integer.BYTES);
            watch(both, 0, device);
            watch(both, POLLFD_BYTES, wake);
            int millis = Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
            int ready = (int) POLL.invokeExact(errno, both, 2L, millis);
            if (closing) {
                throw new IOException(path + " is closed");
            }
            if (ready < 0 && error(errno) != EINTR) {
                throw new IOException("poll of " + path + " failed, errno " + error(errno));
            }
            short happened = both.get(ValueLayout.JAVA_SHORT, REVENTS);
            if (ready <= 0 || happened == 0) {
                return 0;
            }
            if ((happened & POLLIN) == 0) {
                throw new IOException(path + " is gone");
            }
            return take(arena, errno, into);
        } catch (Throwable e) {
            throw rethrown(e);
        } finally {
            using.unlock();
        }
    }

    private int take(Arena arena, MemorySegment errno, byte[] into) throws Throwable {
        MemorySegment buffer = arena.allocate(into.length, Long.BYTES);
        long count = (long) READ.invokeExact(errno, device, buffer, (long) into.length);
        if (count < 0) {
            int reason = error(errno);
            if (reason == EAGAIN || reason == EINTR) {
                return 0;
            }
            // ENODEV: the plug was pulled.
            throw new IOException(path + " is gone, errno " + reason);
        }
        if (count == 0) {
            throw new IOException(path + " has ended");
        }
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
        return (int) count;
    }

    private static void watch(MemorySegment fds, long at, int fd) {
        fds.set(ValueLayout.JAVA_INT, at, fd);
        fds.set(ValueLayout.JAVA_SHORT, at + Integer.BYTES, POLLIN);
    }

    @Override
    int control(int request, byte[] data) throws IOException {
        using.lock();
        try (Arena arena = Arena.ofConfined()) {
            // The kernel wants 64 bits for some of these; a struct's own size is in the request.
            MemorySegment buffer = arena.allocate(data.length, Long.BYTES);
            MemorySegment.copy(data, 0, buffer, ValueLayout.JAVA_BYTE, 0, data.length);
            int result = control(arena, request, buffer);
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, data, 0, data.length);
            return result;
        } catch (Throwable e) {
            throw rethrown(e);
        } finally {
            using.unlock();
        }
    }

    @Override
    int control(int request, int value) throws IOException {
        using.lock();
        try (Arena arena = Arena.ofConfined()) {
            return control(arena, request, MemorySegment.ofAddress(value));
        } catch (Throwable e) {
            throw rethrown(e);
        } finally {
            using.unlock();
        }
    }

    private int control(Arena arena, int request, MemorySegment argument) throws Throwable {
        if (closing) {
            throw new IOException(path + " is closed");
        }
        MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
        int result =
                (int) IOCTL.invokeExact(errno, device, Integer.toUnsignedLong(request), argument);
        return result < 0 ? -error(errno) : result;
    }

    /** Wakes a reader, then gives the files back; the grab ends with them. */
    @Override
    public void close() {
        closing = true;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            synchronized (this) {
                if (closed) {
                    return;
                }
                MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1L);
                long _ = (long) WRITE.invokeExact(errno, wake, one, (long) Long.BYTES);
                using.lock();
                try {
                    closed = true;
                    int _ = (int) CLOSE.invokeExact(errno, device);
                    int _ = (int) CLOSE.invokeExact(errno, wake);
                } finally {
                    using.unlock();
                }
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle call(
            String name, FunctionDescriptor form, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form, all);
    }

    private static int error(MemorySegment errno) {
        return (int) ERRNO.get(errno, 0L);
    }

    /** What a method handle throws is known; the compiler cannot know it. */
    private static IOException rethrown(Throwable e) {
        return switch (e) {
            case IOException io -> io;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IllegalStateException(e);
        };
    }
}
