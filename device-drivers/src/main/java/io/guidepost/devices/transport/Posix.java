package io.guidepost.devices.transport;

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

/** The few calls of the C library that a device file needs. Linux only. */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class Posix {
    static final int POLLIN = 0x01;
    static final int POLLOUT = 0x04;
    static final int POLLERR = 0x08;
    static final int POLLHUP = 0x10;
    static final int POLLNVAL = 0x20;

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EFD_FLAGS = O_NONBLOCK | O_CLOEXEC;
    private static final int TCIOFLUSH = 2;

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final long MAP_FAILED = -1;

    private static final int ENOENT = 2;
    private static final int EINTR = 4;
    private static final int ENXIO = 6;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;

    private static final int POLLFD_BYTES = 8;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("open"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle EVENTFD =
            call("eventfd", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle READ =
            call(
                    "read",
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG);
    private static final MethodHandle WRITE =
            call(
                    "write",
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG);
    private static final MethodHandle POLL =
            call(
                    "poll",
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE =
            call("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle TCFLUSH =
            call("tcflush", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    private static final MethodHandle IOCTL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS),
                    Linker.Option.captureCallState("errno"),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle MMAP =
            call(
                    "mmap",
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG);
    private static final MethodHandle MUNMAP =
            call("munmap", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle TCGETATTR =
            call("tcgetattr", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle TCSETATTR =
            call(
                    "tcsetattr",
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS);
    private static final MethodHandle CFSETSPEED =
            call("cfsetspeed", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle CFMAKERAW =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("cfmakeraw"),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    /** Larger than struct termios of any Linux platform. */
    private static final int TERMIOS_ROOM = 256;

    /** Input flags stand first in struct termios, control flags third. */
    private static final long CONTROL_FLAGS = 8;

    private static final int SOFTWARE_FLOW = 0x1000 | 0x0400;
    private static final int HARDWARE_FLOW = 0x80000000;
    private static final int TWO_STOP_BITS = 0x40;
    private static final int RECEIVE_WITHOUT_MODEM = 0x80 | 0x800;

    private Posix() {}

    /** Sets a tty to raw bytes, 8N1. */
    static void serial(int descriptor, int baud, FileLine.Flow flow) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment termios = arena.allocate(TERMIOS_ROOM, 8);
            if ((int) TCGETATTR.invokeExact(errno, descriptor, termios) < 0) {
                throw new IOException("this is no tty: " + why(errno));
            }
            CFMAKERAW.invokeExact(termios);
            if ((int) CFSETSPEED.invokeExact(errno, termios, baud) < 0) {
                throw new IOException("a tty has no rate of " + baud + " baud");
            }
            int input = termios.get(ValueLayout.JAVA_INT, 0) & ~SOFTWARE_FLOW;
            int control = termios.get(ValueLayout.JAVA_INT, CONTROL_FLAGS);
            control &= ~(HARDWARE_FLOW | TWO_STOP_BITS);
            control |= RECEIVE_WITHOUT_MODEM;
            switch (flow) {
                case NONE -> {}
                case HARDWARE -> control |= HARDWARE_FLOW;
                case SOFTWARE -> input |= SOFTWARE_FLOW;
            }
            termios.set(ValueLayout.JAVA_INT, 0, input);
            termios.set(ValueLayout.JAVA_INT, CONTROL_FLAGS, control);
            if ((int) TCSETATTR.invokeExact(errno, descriptor, 0, termios) < 0) {
                throw new IOException("the tty cannot be set: " + why(errno));
            }
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** Opens a device file for reading and writing without blocking. */
    static int open(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
            int descriptor = (int) OPEN.invokeExact(errno, arena.allocateFrom(path), flags);
            if (descriptor < 0) {
                throw new IOException("cannot open " + path + ": " + why(errno));
            }
            return descriptor;
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** A counter that can be waited for together with a device. */
    static int eventfd() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            int descriptor = (int) EVENTFD.invokeExact(errno, 0, EFD_FLAGS);
            if (descriptor < 0) {
                throw new IOException("eventfd failed: " + why(errno));
            }
            return descriptor;
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** Ends each wait for this counter, now and later. */
    static void wake(int eventfd) {
        try (Arena arena = Arena.ofConfined()) {
            write(eventfd, arena.allocateFrom(ValueLayout.JAVA_LONG, 1));
        } catch (IOException e) {
            throw new IllegalStateException("an eventfd always takes one more", e);
        }
    }

    /** Bytes read; zero when there were none, be it that none are there or that the file ended. */
    static long read(int descriptor, MemorySegment into) throws IOException {
        return transfer(READ, "read", descriptor, into);
    }

    /** Bytes written; zero when the device takes none just now. */
    static long write(int descriptor, MemorySegment from) throws IOException {
        return transfer(WRITE, "write", descriptor, from);
    }

    private static long transfer(
            MethodHandle call, String name, int descriptor, MemorySegment bytes)
            throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            long count = (long) call.invokeExact(errno, descriptor, bytes, bytes.byteSize());
            if (count >= 0) {
                return count;
            }
            int number = (int) ERRNO.get(errno, 0L);
            if (number == EAGAIN || number == EINTR) {
                return 0;
            }
            throw new IOException(name + " failed: " + why(errno));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /**
     * Waits until the device is ready, the counter was raised or the time is over.
     *
     * @return what the device is ready for, zero for the other two
     */
    static int poll(int descriptor, int events, int eventfd, long millis) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment both = arena.allocate(2 * POLLFD_BYTES, 4);
            both.set(ValueLayout.JAVA_INT, 0, descriptor);
            both.set(ValueLayout.JAVA_SHORT, 4, (short) events);
            both.set(ValueLayout.JAVA_INT, POLLFD_BYTES, eventfd);
            both.set(ValueLayout.JAVA_SHORT, POLLFD_BYTES + 4, (short) POLLIN);
            int limit = (int) Math.min(Integer.MAX_VALUE, millis);
            int ready = (int) POLL.invokeExact(errno, both, 2L, limit);
            if (ready < 0 && (int) ERRNO.get(errno, 0L) != EINTR) {
                throw new IOException("poll failed: " + why(errno));
            }
            return ready <= 0 ? 0 : both.get(ValueLayout.JAVA_SHORT, 6);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /**
     * Asks a device's driver for something.
     *
     * @return false when it has nothing just now
     */
    static boolean ioctl(int descriptor, long request, String what, MemorySegment argument)
            throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            if ((int) IOCTL.invokeExact(errno, descriptor, request, argument) >= 0) {
                return true;
            }
            int number = (int) ERRNO.get(errno, 0L);
            if (number == EAGAIN || number == EINTR) {
                return false;
            }
            throw new IOException(what + " failed: " + why(errno));
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    /** A device's memory, to be read and written; given back by {@link #unmap}. */
    static MemorySegment map(int descriptor, long offset, long length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO_LAYOUT);
            MemorySegment mapped =
                    (MemorySegment)
                            MMAP.invokeExact(
                                    errno,
                                    MemorySegment.NULL,
                                    length,
                                    PROT_READ_WRITE,
                                    MAP_SHARED,
                                    descriptor,
                                    offset);
            if (mapped.address() == MAP_FAILED) {
                throw new IOException("mmap failed: " + why(errno));
            }
            return mapped.reinterpret(length);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    static void unmap(MemorySegment mapped) {
        ignored(MUNMAP, mapped, mapped.byteSize());
    }

    /** Drops what a tty has not sent and not been asked for; does nothing to another device. */
    static void flush(int descriptor) {
        ignored(TCFLUSH, descriptor, TCIOFLUSH);
    }

    static void close(int descriptor) {
        ignored(CLOSE, descriptor);
    }

    private static void ignored(MethodHandle call, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = arena.allocate(ERRNO_LAYOUT);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            call.invokeWithArguments(all);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String why(MemorySegment errno) {
        int number = (int) ERRNO.get(errno, 0L);
        return switch (number) {
            case ENOENT -> "there is no such file";
            case EACCES -> "no permission; the user must be in the group that owns it";
            case EBUSY -> "another program has it open";
            case ENXIO, ENODEV -> "no device is behind it";
            default -> "error " + number;
        };
    }

    private static IOException thrown(Throwable e) {
        return switch (e) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(e);
        };
    }

    private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }
}
