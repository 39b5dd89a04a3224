package io.guidepost.devices.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PrintOutcome.Printed;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.Scan;
import io.guidepost.devices.StatusLight.Signal;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.sim.SimulatedDevices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSetTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @Test
    void everySimulatedDeviceWorksFromItsConfiguration() throws Exception {
        List<Scan> scans = new CopyOnWriteArrayList<>();
        try (SimulatedDevices simulated =
                        SimulatedDevices.start(directory, SimulatedDevices.Ports.FREE, "kiosk-1");
                DeviceSet devices =
                        DeviceSet.make(Drivers.config(simulated.config()), Clock.systemUTC())) {
            devices.scanners().forEach(s -> s.onScan(scans::add));
            devices.start();
            await().atMost(SOON)
                    .until(() -> devices.all().stream().allMatch(d -> d.status().usable()));
            assertThat(devices.all()).hasSize(7);

            simulated.scanner().scan("4006381333931");
            await().atMost(SOON).until(() -> scans.size() == 1);
            assertThat(
                            devices.printer()
                                    .orElseThrow()
                                    .print(Receipt.of(Text.of("hello")))
                                    .toCompletableFuture()
                                    .get(16, TimeUnit.SECONDS))
                    .isEqualTo(new Printed());
            assertThat(
                            devices.terminal()
                                    .orElseThrow()
                                    .pay(new PaymentOrder(UUID.randomUUID(), 100, "EUR", "x"))
                                    .toCompletableFuture()
                                    .get(16, TimeUnit.SECONDS))
                    .isInstanceOf(Approved.class);
            devices.light().orElseThrow().set(Signal.ATTENTION);
            simulated.setPresent(true);
            await().atMost(SOON)
                    .until(() -> simulated.lampLit() && devices.presence().orElseThrow().present());
        }
    }

    @Test
    void aDeviceThatIsNotThereDoesNotStopTheOthers() {
        try (DeviceSet devices =
                DeviceSet.open(
                        Drivers.config(
                                Map.of(
                                        "device.hand.driver",
                                        "scanner.serial",
                                        "device.hand.line",
                                        "tty:" + directory.resolve("none"),
                                        "device.receipts.driver",
                                        "printer.escpos",
                                        "device.receipts.line",
                                        "tcp:127.0.0.1:1")),
                        Clock.systemUTC())) {
            await().atMost(SOON)
                    .until(
                            () ->
                                    devices.all().stream()
                                            .allMatch(
                                                    d ->
                                                            d.status()
                                                                    instanceof
                                                                    DeviceStatus.Disconnected));
            await().atMost(SOON)
                    .until(
                            () ->
                                    devices.all().stream()
                                            .allMatch(d -> d.counters().get("retries") > 1));
        }
    }

    @Test
    void anEmptyConfigurationHasNoDevices() {
        try (DeviceSet devices = DeviceSet.open(Drivers.config(Map.of()), Clock.systemUTC())) {
            assertThat(devices.all()).isEmpty();
        }
    }

    @Test
    void listsAllProblemsAtOnce() {
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("kiosk", "k-1"),
                        Map.entry("device.hand.driver", "scanner.serial"),
                        Map.entry("device.hand.line", "tty:/dev/ttyACM0@fast"),
                        Map.entry("device.hand.pth", "/dev/ttyACM0"),
                        Map.entry("device.receipts.driver", "printer.escpos"),
                        Map.entry("device.receipts.line", "printer"),
                        Map.entry("device.receipts.dots", "9"),
                        Map.entry("device.cards.driver", "terminal.nexo"),
                        Map.entry("device.cards.line", "tcp:10.0.0.9:99999"),
                        Map.entry("device.cards.sale-id", "kiosk-1"),
                        Map.entry("device.lamp.driver", "gpio.lamp"),
                        Map.entry("device.lamp.board", "sim"),
                        Map.entry("device.horn.driver", "gpio.horn"),
                        Map.entry("device.Big.driver", "gpio.lamp"));
        assertThatThrownBy(() -> Drivers.config(values))
                .isInstanceOfSatisfying(
                        DeviceConfig.InvalidException.class,
                        e ->
                                assertThat(e.problems())
                                        .hasSize(10)
                                        .anyMatch(p -> p.startsWith("device.hand.line must have"))
                                        .anyMatch(p -> p.startsWith("device.hand.pth is no key"))
                                        .anyMatch(p -> p.startsWith("device.receipts.line must be"))
                                        .anyMatch(p -> p.startsWith("device.receipts.dots must be"))
                                        .anyMatch(p -> p.startsWith("device.cards.line port"))
                                        .anyMatch(p -> p.startsWith("device.cards.poi-id must"))
                                        .anyMatch(p -> p.startsWith("device.lamp.board must be"))
                                        .anyMatch(p -> p.startsWith("device.lamp.line is missing"))
                                        .anyMatch(p -> p.startsWith("device.horn.driver \"gpio"))
                                        .anyMatch(p -> p.startsWith("device.Big.driver must be")));
    }

    @Test
    void refusesSettingsThatWouldDoNothing() {
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("device.hand.driver", "scanner.serial"),
                        Map.entry("device.hand.line", "tty:/dev/ttyACM0"),
                        Map.entry("device.hand.pause", "600"),
                        Map.entry("device.eye.driver", "scanner.camera"),
                        Map.entry("device.eye.line", "folder:/pictures"),
                        Map.entry("device.eye.size", "640x480"),
                        Map.entry("device.receipts.driver", "printer.escpos"),
                        Map.entry("device.receipts.line", "tcp:127.0.0.1:9100"),
                        Map.entry("device.receipts.flow", "none"));
        assertThatThrownBy(() -> Drivers.config(values))
                .isInstanceOfSatisfying(
                        DeviceConfig.InvalidException.class,
                        e ->
                                assertThat(e.problems())
                                        .hasSize(3)
                                        .anyMatch(p -> p.startsWith("device.hand.pause must be"))
                                        .anyMatch(p -> p.startsWith("device.eye.size must be"))
                                        .anyMatch(p -> p.startsWith("device.receipts.flow must")));
    }

    @Test
    void severalDevicesOfAKindLiveSideBySide() {
        DeviceConfig config =
                Drivers.config(
                        Map.of(
                                "device.left.driver",
                                "scanner.serial",
                                "device.left.line",
                                "tty:" + directory.resolve("left"),
                                "device.right.driver",
                                "scanner.serial",
                                "device.right.line",
                                "tty:" + directory.resolve("right")));
        try (DeviceSet devices = DeviceSet.make(config, Clock.systemUTC())) {
            assertThat(devices.scanners())
                    .extracting(d -> d.id().name())
                    .containsExactly("left", "right");
        }
    }
}
