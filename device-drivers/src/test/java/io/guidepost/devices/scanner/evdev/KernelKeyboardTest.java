package io.guidepost.devices.scanner.evdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver against Linux itself, where a test may make keyboards ({@code /dev/uinput}). */
class KernelKeyboardTest {
    private static final String CODE = "4006381333931";
    private static final EvdevAddress.Usb ADDRESS =
            new EvdevAddress.Usb(KernelKeyboard.VENDOR, KernelKeyboard.PRODUCT, Optional.empty());
    private static final Path DEV = Path.of("/dev");
    private static final Path SYS = Path.of("/sys");

    private final List<String> codes = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private KernelKeyboard keyboard;

    private boolean plugged;

    @BeforeEach
    void plug() throws Throwable {
        assumeTrue(
                Files.isWritable(KernelKeyboard.CONTROL),
                "/dev/uinput is missing or not for this user");
        keyboard = new KernelKeyboard();
        plugged = true;
        // The device file is made by the kernel or by udev a moment later.
        EvdevFinder finder = new EvdevFinder(ADDRESS, DEV, SYS);
        await().ignoreExceptions().until(() -> Files.isReadable(finder.find()));
    }

    @AfterEach
    void unplug() {
        if (plugged) {
            keyboard.close();
        }
    }

    @Test
    void findsGrabsReadsAndComesBack() throws Throwable {
        try (EvdevScanner scanner = scanner("hid")) {
            scanner.onScan(scan -> codes.add(scan.data()));
            scanner.start();
            await().until(() -> scanner.status() instanceof DeviceStatus.Ready);
            assertThat(scanner.identity().product()).contains("Guidepost Kernel Keyboard");
            keyboard.scan(CODE);
            await().until(() -> codes.equals(List.of(CODE)));
            try (EvdevScanner second = scanner("second")) {
                second.start();
                await().until(() -> second.status() instanceof DeviceStatus.Degraded);
            }
            keyboard.close();
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> scanner.status() instanceof DeviceStatus.Disconnected);
            keyboard = new KernelKeyboard();
            await().atMost(Duration.ofSeconds(3)).until(() -> scanner.status().usable());
            keyboard.scan("96385074");
            await().until(() -> codes.equals(List.of(CODE, "96385074")));
            assertThat(scanner.counters().get("misreads")).isZero();
        }
    }

    @Test
    void theKernelTellsOfLostEventsAndOfHeldKeys() throws Exception {
        Path path = new EvdevFinder(ADDRESS, DEV, SYS).find();
        try (EvdevNode node = EvdevFinder.open(path)) {
            assertThat(node.monotonic()).isTrue();
            assertThat(node.grab()).isTrue();
            keyboard.move(Keys.LEFT_SHIFT, 1);
            await().until(() -> node.keys().get(Keys.LEFT_SHIFT));
            long before = System.nanoTime() / 1000;
            for (int i = 0; i < 2000; i++) {
                keyboard.press(30);
            }
            List<InputEvent> events = new ArrayList<>();
            byte[] buffer = new byte[64 * InputEvent.BYTES];
            for (int n = 1; n > 0; ) {
                n = node.read(buffer, Duration.ofMillis(100));
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    events.add(InputEvent.read(bytes));
                }
            }
            assertThat(events)
                    .anyMatch(
                            e ->
                                    e.type() == InputEvent.EV_SYN
                                            && e.code() == InputEvent.SYN_DROPPED);
            // Java's own clock is the monotonic one of the kernel.
            assertThat(events.getLast().micros()).isBetween(before, System.nanoTime() / 1000);
        }
    }

    private static EvdevScanner scanner(String name) {
        return new EvdevScanner(
                new DeviceId(DeviceKind.SCANNER, name),
                ADDRESS,
                EvdevSettings.STANDARD,
                DEV,
                SYS,
                Clock.systemUTC());
    }
}
