package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.transport.FileLine;
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
import java.util.concurrent.locks.ReentrantLock;

/**
 * An event device of the kernel: a device file, opened for reading only, and calls of {@code ioctl}
 * into the C library. Its numbers are the same on x86-64 and arm64.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class EventFile extends EvdevNode {
    /** Read only, not waiting, not inherited. */
    static final int OPEN_FLAGS = 0x800 | 0x80000;

    private static final int ENOENT = 2;
    private static final int EACCES = 13;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            call("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle IOCTL =
            call("ioctl", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

    private final Path path;
    private final int descriptor;
    private final FileLine line;

    /** Held while the descriptor is in use here: only then may its number be given back. */
    private final ReentrantLock using = new ReentrantLock();

    private boolean closed;

    private EventFile(Path path, int descriptor) throws IOException {
        this.path = path;
        this.descriptor = descriptor;
        this.line = FileLine.over(descriptor, path.toString());
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
            int descriptor =
                    (int) OPEN.invokeExact(errno, arena.allocateFrom(path.toString()), OPEN_FLAGS);
            if (descriptor >= 0) {
                return new EventFile(path, descriptor);
            }
            throw switch (error(errno)) {
                case ENOENT -> new NoSuchFileException(path.toString());
                case EACCES -> new AccessDeniedException(path.toString());
                default -> new IOException("cannot open " + path + ", errno " + error(errno));
            };
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        return line.read(into, limit);
    }

    @Override
    int control(int request, byte[] data) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(data.length, Long.BYTES);
            MemorySegment.copy(data, 0, buffer, ValueLayout.JAVA_BYTE, 0, data.length);
            int result = control(request, buffer);
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, data, 0, data.length);
            return result;
        }
    }

    @Override
    int control(int request, int value) throws IOException {
        return control(request, MemorySegment.ofAddress(value));
    }

    private int control(int request, MemorySegment argument) throws IOException {
        using.lock();
        try (Arena arena = Arena.ofConfined()) {
            if (closed) {
                throw new IOException(path + " is closed");
            }
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            long unsigned = Integer.toUnsignedLong(request);
            int result = (int) IOCTL.invokeExact(errno, descriptor, unsigned, argument);
            return result < 0 ? -error(errno) : result;
        } catch (Throwable e) {
            throw thrown(e);
        } finally {
            using.unlock();
        }
    }

    /** Ends a waiting read and gives the file back; the grab ends with it. */
    @Override
    public void close() {
        using.lock();
        try {
            closed = true;
            line.close();
        } finally {
            using.unlock();
        }
    }

    /** In C both functions take any number of arguments behind the second. */
    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(2));
    }

    private static int error(MemorySegment errno) {
        return (int) ERRNO.get(errno, 0L);
    }

    /** What a method handle throws is known; the compiler cannot know it. */
    private static IOException thrown(Throwable e) {
        return switch (e) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(e);
        };
    }
}
