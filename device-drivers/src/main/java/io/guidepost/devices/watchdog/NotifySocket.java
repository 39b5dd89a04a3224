package io.guidepost.devices.watchdog;

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
import java.nio.charset.StandardCharsets;

/**
 * Sends datagrams to a Unix socket, which the JDK cannot (its own Unix sockets are streams). Never
 * waits: a datagram that finds the receiver's queue full is an error. Linux only.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class NotifySocket implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;

    /** struct sockaddr_un: family, path. */
    private static final int FAMILY_BYTES = 2;

    private static final int PATH_BYTES = 108;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("socket"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT),
                    Linker.Option.captureCallState("errno"));
    private static final MethodHandle SENDTO =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("sendto"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT),
                    Linker.Option.captureCallState("errno"));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("close"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final byte[] path;
    private final int socket;
    private boolean closed;

    /**
     * A socket that sends there.
     *
     * @param address a path, or {@code @} and a name in the abstract namespace; at most 107 bytes
     */
    NotifySocket(String address) throws IOException {
        this.path = address.getBytes(StandardCharsets.UTF_8);
        if (path.length < 2 || path.length >= PATH_BYTES) {
            throw new IOException("a socket's address must have 2 to 107 bytes");
        }
        if (path[0] != '/' && path[0] != '@') {
            throw new IOException("a socket's address must begin with / or @");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            this.socket = (int) SOCKET.invokeExact(errno, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            if (socket < 0) {
                throw new IOException("no socket, errno " + (int) ERRNO.get(errno, 0L));
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void send(String text) throws IOException {
        if (closed) {
            throw new IOException("the socket is closed");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment bytes =
                    arena.allocateFrom(
                            ValueLayout.JAVA_BYTE, text.getBytes(StandardCharsets.UTF_8));
            // Zeroed, so that a path is ended by NUL.
            MemorySegment to = arena.allocate(FAMILY_BYTES + PATH_BYTES, 2);
            to.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, to, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
            boolean isAbstract = path[0] == '@';
            if (isAbstract) {
                to.set(ValueLayout.JAVA_BYTE, FAMILY_BYTES, (byte) 0);
            }
            int length = FAMILY_BYTES + path.length + (isAbstract ? 0 : 1);
            long sent =
                    (long)
                            SENDTO.invokeExact(
                                    errno,
                                    socket,
                                    bytes,
                                    bytes.byteSize(),
                                    MSG_DONTWAIT | MSG_NOSIGNAL,
                                    to,
                                    length);
            if (sent < 0) {
                throw new IOException("not sent, errno " + (int) ERRNO.get(errno, 0L));
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            int _ = (int) CLOSE.invokeExact(socket);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
