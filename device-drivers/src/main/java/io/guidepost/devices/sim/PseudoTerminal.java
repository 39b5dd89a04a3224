package io.guidepost.devices.sim;

import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.FileLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A pseudo-terminal of the kernel (POSIX.1-2017, {@code posix_openpt}): what is written to it comes
 * out of the tty at {@link #path()}, which any serial driver can open. Raw, so no byte is changed
 * on the way. Linux only.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int EAGAIN = 11;
    private static final int TCSANOW = 0;

    /** Larger than struct termios of any Linux platform. */
    private static final int TERMIOS_ROOM = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPENPT = intCall("posix_openpt", ValueLayout.JAVA_INT);
    private static final MethodHandle GRANTPT = intCall("grantpt", ValueLayout.JAVA_INT);
    private static final MethodHandle UNLOCKPT = intCall("unlockpt", ValueLayout.JAVA_INT);
    private static final MethodHandle PTSNAME_R =
            intCall("ptsname_r", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle TCGETATTR =
            intCall("tcgetattr", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle TCSETATTR =
            intCall("tcsetattr", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle CFMAKERAW =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("cfmakeraw"),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private static final MethodHandle WRITE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("write"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG),
                    Linker.Option.captureCallState("errno"));
    private static final MethodHandle OPEN =
            intCall("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle DUP = intCall("dup", ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = intCall("close", ValueLayout.JAVA_INT);

    private final int master;
    private final Path path;
    private boolean closed;
    private @Nullable ByteLine line;
    private int slave = -1;

    private PseudoTerminal(int master, Path path) {
        this.master = master;
        this.path = path;
    }

    /** Makes a new one in raw mode. */
    static PseudoTerminal open() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int fd = call(OPENPT, arena, "posix_openpt", O_RDWR | O_NOCTTY | O_NONBLOCK);
            try {
                call(GRANTPT, arena, "grantpt", fd);
                call(UNLOCKPT, arena, "unlockpt", fd);
                MemorySegment name = arena.allocate(256);
                call(PTSNAME_R, arena, "ptsname_r", fd, name, name.byteSize());
                MemorySegment termios = arena.allocate(TERMIOS_ROOM, 8);
                call(TCGETATTR, arena, "tcgetattr", fd, termios);
                makeRaw(termios);
                call(TCSETATTR, arena, "tcsetattr", fd, TCSANOW, termios);
                return new PseudoTerminal(fd, Path.of(name.getString(0)));
            } catch (IOException | RuntimeException e) {
                call(CLOSE, arena, "close", fd);
                throw e;
            }
        }
    }

    /**
     * The bytes that come from whoever has the tty open, and go there. It lasts until the
     * pseudo-terminal is closed: the tty is kept open from this side, so that it makes no
     * difference who else opens and closes it. To be asked for once.
     */
    synchronized ByteLine line() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            slave =
                    call(
                            OPEN,
                            arena,
                            "open",
                            arena.allocateFrom(path.toString()),
                            O_RDWR | O_NOCTTY | O_NONBLOCK);
            ByteLine fresh =
                    FileLine.over(call(DUP, arena, "dup", master), "the master of " + path);
            line = fresh;
            return fresh;
        }
    }

    /** The tty that a driver opens. */
    Path path() {
        return path;
    }

    /**
     * Sends bytes to whoever has the tty open. Nobody reading does not block: once the kernel's
     * buffer is full the rest is lost, as on a serial line that nobody listens to.
     */
    synchronized void write(byte[] bytes) throws IOException {
        if (closed) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            long done = 0;
            while (done < bytes.length) {
                long count =
                        (long)
                                WRITE.invokeExact(
                                        errno, master, buffer.asSlice(done), bytes.length - done);
                if (count < 0) {
                    if ((int) ERRNO.get(errno, 0L) == EAGAIN) {
                        return;
                    }
                    throw new IOException(
                            "write to the pseudo-terminal failed, errno "
                                    + (int) ERRNO.get(errno, 0L));
                }
                done += count;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hangs up: whoever has the tty open gets an error, as when a plug is pulled. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (line != null) {
            line.close();
        }
        try (Arena arena = Arena.ofConfined()) {
            if (slave >= 0) {
                call(CLOSE, arena, "close", slave);
            }
            call(CLOSE, arena, "close", master);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MethodHandle intCall(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    private static int call(MethodHandle function, Arena arena, String name, Object... arguments)
            throws IOException {
        MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
        Object[] all = new Object[arguments.length + 1];
        all[0] = errno;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int result;
        try {
            result = (int) function.invokeWithArguments(all);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (result < 0) {
            throw new IOException(name + " failed, errno " + (int) ERRNO.get(errno, 0L));
        }
        return result;
    }

    private static void makeRaw(MemorySegment termios) {
        try {
            CFMAKERAW.invokeExact(termios);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
