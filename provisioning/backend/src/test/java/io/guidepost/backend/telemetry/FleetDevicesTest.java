package io.guidepost.backend.telemetry;

import static io.guidepost.backend.fixture.TestDevices.batch;
import static io.guidepost.backend.fixture.TestDevices.printer;
import static io.guidepost.backend.fixture.TestDevices.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the backend keeps of a kiosk's devices. */
class FleetDevicesTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Optional<String> FINE = Optional.empty();

    @TempDir Path folder;
    private final UUID boot = Ids.newId();
    private Database database;
    private Fleet fleet;

    FleetDevicesTest() {}

    @BeforeEach
    void open() {
        database = Database.open(folder);
        fleet = new Fleet(database, Clock.fixed(NOON, ZoneOffset.UTC));
        database.useTransaction(
                h -> {
                    h.execute("insert into store_groups (id, name) values ('mall', 'Mall')");
                    h.execute(
                            "insert into kiosks (id, group_id, secret_hash, enrolled_at) values"
                                    + " ('kiosk-1', 'mall', 'x', current_timestamp)");
                });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private KioskDevices kept() {
        return fleet.devicesOf(KIOSK).orElseThrow();
    }

    @Test
    void theNewestReportOfEachDeviceIsKept() {
        assertThat(fleet.devicesOf(KIOSK)).isEmpty();
        fleet.devices(KIOSK, batch(boot, 1, NOON, printer(State.READY, FINE, NOON), scanner(NOON)));
        DeviceReport empty = printer(State.FAULT, Optional.of("no paper"), NOON);
        fleet.devices(KIOSK, batch(boot, 2, NOON, empty));

        assertThat(kept().devices()).containsExactly(empty);
        KioskStatus status = fleet.all().getFirst();
        assertThat(status.devices()).isEqualTo(Map.of("printer", "FAULT"));
        assertThat(status.reasons()).isEqualTo(Map.of("printer", "no paper"));
        assertThat(kept().missed()).isZero();
        assertThat(kept().gapAt()).isEmpty();
    }

    @Test
    void gapsAreCountedAndRepeatsAreNot() {
        fleet.devices(KIOSK, batch(boot, 3, NOON));
        assertThat(kept().missed()).as("the first two never came").isEqualTo(2);
        fleet.devices(KIOSK, batch(boot, 4, NOON));
        fleet.devices(KIOSK, batch(boot, 9, NOON, scanner(NOON)));
        fleet.devices(KIOSK, batch(boot, 9, NOON));
        fleet.devices(KIOSK, batch(boot, 5, NOON));

        assertThat(kept().missed()).isEqualTo(6);
        assertThat(kept().gapAt()).contains(NOON);
        assertThat(kept().seq()).isEqualTo(9);
        assertThat(kept().devices()).as("an older one changes nothing").hasSize(1);

        fleet.devices(KIOSK, batch(Ids.newId(), 1, NOON));
        assertThat(kept().missed()).as("another start counts anew").isZero();
        assertThat(kept().gapAt()).isEmpty();
    }

    @Test
    void aKiosksWrongClockMakesNoWrongAge() {
        Instant sent = Instant.parse("1970-01-01T00:05:00Z");
        fleet.devices(KIOSK, batch(boot, 1, sent, printer(State.READY, FINE, sent)));

        DeviceReport kept = kept().devices().getFirst();
        assertThat(kept.status().since()).isEqualTo(NOON.minusSeconds(60));
        assertThat(kept.health().link().at()).contains(NOON.minusSeconds(3));

        Instant setBack = sent.minus(Duration.ofDays(1));
        fleet.devices(KIOSK, batch(boot, 2, setBack, printer(State.READY, FINE, sent)));
        assertThat(kept().devices().getFirst().health().link().at()).contains(NOON);
    }

    @Test
    void whoIsNotEnrolledIsRefused() {
        assertThatThrownBy(() -> fleet.devices(new KioskId("kiosk-9"), batch(boot, 1, NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kiosk: is not enrolled");
    }
}
