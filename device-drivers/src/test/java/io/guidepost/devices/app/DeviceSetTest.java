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
                        DeviceSet.make(DeviceConfig.parse(simulated.config()), Clock.systemUTC())) {
            devices.scanners().forEach(s -> s.onScan(scans::add));
            devices.start();
            await().atMost(SOON)
                    .until(() -> devices.all().stream().allMatch(d -> d.status().usable()));
            assertThat(devices.all()).hasSize(6);

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
                        DeviceConfig.parse(
                                Map.of(
                                        "scanner.serial.path",
                                        directory.resolve("none").toString(),
                                        "printer.escpos.tcp",
                                        "127.0.0.1:1")),
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
        try (DeviceSet devices = DeviceSet.open(DeviceConfig.parse(Map.of()), Clock.systemUTC())) {
            assertThat(devices.all()).isEmpty();
        }
    }

    @Test
    void listsAllProblemsAtOnce() {
        assertThatThrownBy(
                        () ->
                                DeviceConfig.parse(
                                        Map.of(
                                                "scanner.serial.path", "/dev/ttyACM0",
                                                "scanner.serial.baud", "fast",
                                                "printer.escpos.tcp", "printer",
                                                "terminal.nexo.tcp", "10.0.0.9:99999",
                                                "gpio.mode", "sim")))
                .isInstanceOfSatisfying(
                        DeviceConfig.InvalidException.class,
                        e ->
                                assertThat(e.problems())
                                        .hasSize(4)
                                        .anyMatch(p -> p.startsWith("scanner.serial.baud must be"))
                                        .anyMatch(p -> p.startsWith("printer.escpos.tcp must be"))
                                        .anyMatch(p -> p.startsWith("terminal.nexo.tcp port"))
                                        .anyMatch(p -> p.startsWith("gpio.sim.tcp must be")));
    }
}
