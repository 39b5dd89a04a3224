package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.transport.FileLine;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A keyboard that the kernel itself makes, by {@code /dev/uinput}; needs root. */
@SuppressWarnings("restricted")
final class KernelKeyboard implements AutoCloseable {
    static final Path CONTROL = Path.of("/dev/uinput");
    static final int VENDOR = 0xf055;
    static final int PRODUCT = 0x0e1d;

    /** {@code linux/uinput.h}. */
    private static final int UI_DEV_CREATE = 'U' << 8 | 1;

    private static final int UI_DEV_DESTROY = 'U' << 8 | 2;
    private static final int UI_DEV_SETUP = 1 << 30 | 92 << 16 | 'U' << 8 | 3;
    private static final int UI_SET_EVBIT = 1 << 30 | 4 << 16 | 'U' << 8 | 100;
    private static final int UI_SET_KEYBIT = 1 << 30 | 4 << 16 | 'U' << 8 | 101;

    private static final int O_RDWR = 2;
    private static final int KEYS = 127;

    private static final MethodHandle OPEN =
            call("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle IOCTL =
            call("ioctl", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
    private final int descriptor;
    private final FileLine line;
    private boolean closed;

    KernelKeyboard() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            descriptor = (int) OPEN.invokeExact(arena.allocateFrom(CONTROL.toString()), O_RDWR);
            control(UI_SET_EVBIT, MemorySegment.ofAddress(InputEvent.EV_KEY));
            for (int key = 1; key <= KEYS; key++) {
                control(UI_SET_KEYBIT, MemorySegment.ofAddress(key));
            }
            MemorySegment setup = arena.allocate(92, 4);
            setup.set(ValueLayout.JAVA_SHORT, 0, (short) 3);
            setup.set(ValueLayout.JAVA_SHORT, 2, (short) VENDOR);
            setup.set(ValueLayout.JAVA_SHORT, 4, (short) PRODUCT);
            byte[] name = "Guidepost Kernel Keyboard".getBytes(StandardCharsets.US_ASCII);
            MemorySegment.copy(name, 0, setup, ValueLayout.JAVA_BYTE, 8, name.length);
            control(UI_DEV_SETUP, setup);
            control(UI_DEV_CREATE, MemorySegment.NULL);
            line = FileLine.over(descriptor, "uinput");
        }
    }

    /** A key goes down and up. */
    void press(int key) throws IOException {
        move(key, 1);
        move(key, 0);
    }

    /** A key goes down or up. */
    void move(int key, int value) throws IOException {
        line.write(new InputEvent(0, InputEvent.EV_KEY, key, value).bytes());
        line.write(new InputEvent(0, InputEvent.EV_SYN, InputEvent.SYN_REPORT, 0).bytes());
    }

    /** Digits, and Enter behind them. */
    void scan(String digits) throws IOException {
        for (int i = 0; i < digits.length(); i++) {
            press(KeyLayout.US.press(digits.charAt(i)).orElseThrow().key());
        }
        press(Keys.ENTER);
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (line) {
            control(UI_DEV_DESTROY, MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void control(int request, MemorySegment argument) throws Throwable {
        int result = (int) IOCTL.invokeExact(descriptor, Integer.toUnsignedLong(request), argument);
        if (result < 0) {
            throw new IOException("uinput refused request " + Integer.toHexString(request));
        }
    }

    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                        Linker.Option.firstVariadicArg(2));
    }
}
