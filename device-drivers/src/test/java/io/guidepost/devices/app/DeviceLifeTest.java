package io.guidepost.devices.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PrintOutcome.NotPrinted;
import io.guidepost.devices.PrintOutcome.Reason;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.sim.SimulatedDevices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every device promises of its life, whatever it is. */
class DeviceLifeTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @Test
    void startsOnceAndClosesOnceHoweverOftenItIsAsked() throws Exception {
        try (SimulatedDevices simulated = simulators()) {
            DeviceSet set = DeviceSet.make(Drivers.config(simulated.config()), Clock.systemUTC());
            assertThat(set.all())
                    .hasSize(7)
                    .allMatch(d -> d.status() instanceof DeviceStatus.Disconnected);
            set.start();
            set.start();
            await().atMost(SOON).until(() -> set.all().stream().allMatch(d -> d.status().usable()));
            set.close();
            set.close();
            assertThat(set.all()).allMatch(d -> d.status() instanceof DeviceStatus.Disconnected);
        }
    }

    @Test
    void toldOfEachChangeOfStatusAndOfNoneAfterClosingTheSubscription() throws Exception {
        try (SimulatedDevices simulated = simulators();
                DeviceSet set =
                        DeviceSet.make(Drivers.config(simulated.config()), Clock.systemUTC())) {
            for (Device device : set.all()) {
                List<DeviceStatus> heard = new CopyOnWriteArrayList<>();
                List<DeviceStatus> unheard = new CopyOnWriteArrayList<>();
                device.onStatus(heard::add);
                device.onStatus(unheard::add).close();
                device.start();
                await().atMost(SOON).until(() -> device.status().usable());
                device.close();
                assertThat(heard).as("%s", device.id()).hasSizeGreaterThanOrEqualTo(3);
                assertThat(heard.getFirst()).isInstanceOf(DeviceStatus.Connecting.class);
                assertThat(heard.getLast()).isInstanceOf(DeviceStatus.Disconnected.class);
                assertThat(unheard).isEmpty();
            }
        }
    }

    @Test
    void withoutHardwareStartReturnsAtOnceAndWorkIsRefusedInTime() throws Exception {
        DeviceConfig config;
        try (SimulatedDevices gone = simulators()) {
            config = Drivers.config(gone.config());
        }
        long began = System.nanoTime();
        try (DeviceSet set = DeviceSet.open(config, Clock.systemUTC())) {
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(
                            set.printer()
                                    .orElseThrow()
                                    .print(Receipt.of(Text.of("x")))
                                    .toCompletableFuture()
                                    .get(15, TimeUnit.SECONDS))
                    .isEqualTo(new NotPrinted(Reason.OFFLINE));
            assertThat(
                            set.terminal()
                                    .orElseThrow()
                                    .pay(new PaymentOrder(UUID.randomUUID(), 1, "EUR", "x"))
                                    .toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(15));
            await().atMost(SOON)
                    .until(
                            () ->
                                    set.all().stream()
                                            .allMatch(
                                                    d ->
                                                            d.status()
                                                                    instanceof
                                                                    DeviceStatus.Disconnected));
        }
    }

    private SimulatedDevices simulators() throws Exception {
        return SimulatedDevices.start(directory, SimulatedDevices.Ports.FREE, "kiosk-1");
    }
}
