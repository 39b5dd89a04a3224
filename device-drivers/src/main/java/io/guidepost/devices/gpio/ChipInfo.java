package io.guidepost.devices.gpio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks a GPIO character device who it is: {@code GPIO_GET_CHIPINFO_IOCTL} of {@code linux/gpio.h}.
 */
// Calls into the C library are what this class is for.
@SuppressWarnings("restricted")
final class ChipInfo {
    private static final int O_RDONLY = 0;
    private static final int O_CLOEXEC = 0x80000;

    /** struct gpiochip_info: name, label, number of lines. */
    private static final int NAME_BYTES = 32;

    private static final int LABEL_BYTES = 32;
    private static final int STRUCT_BYTES = NAME_BYTES + LABEL_BYTES + 4;

    /** _IOR(0xB4, 0x01, struct gpiochip_info). */
    private static final long GET_CHIPINFO = 2L << 30 | (long) STRUCT_BYTES << 16 | 0xB4 << 8 | 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("open"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("close"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private ChipInfo() {}

    /** The chip's label; empty where this is no GPIO chip or may not be opened. */
    static Optional<String> label(Path node) {
        try (Arena arena = Arena.ofConfined()) {
            int file =
                    (int)
                            OPEN.invokeExact(
                                    arena.allocateFrom(node.toString()), O_RDONLY | O_CLOEXEC);
            if (file < 0) {
                return Optional.empty();
            }
            try {
                MemorySegment info = arena.allocate(STRUCT_BYTES, 4);
                int result = (int) IOCTL.invokeExact(file, GET_CHIPINFO, info);
                return result < 0 ? Optional.empty() : Optional.of(labelOf(info));
            } finally {
                int _ = (int) CLOSE.invokeExact(file);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The label in a struct gpiochip_info. */
    static String labelOf(MemorySegment info) {
        byte[] bytes = info.asSlice(NAME_BYTES, LABEL_BYTES).toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
