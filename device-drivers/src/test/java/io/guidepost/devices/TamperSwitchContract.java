package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.TamperAlarm.Cause;
import io.guidepost.devices.TamperSwitch.Acknowledgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every tamper switch promises. */
public abstract class TamperSwitchContract {
    protected static final Duration SOON = Duration.ofSeconds(15);

    protected final List<TamperEvent> told = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected TamperSwitch tamper;

    @TempDir Path folder;

    /** Makes a driver that remembers in this file; not started. Each is the same hardware. */
    protected abstract TamperSwitch open(Path file) throws Exception;

    /** Opens or closes the housing, whether or not a driver looks. */
    protected abstract void door(boolean open);

    @AfterEach
    void stop() {
        tamper.close();
        assertThat(tamper.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        assertThat(tamper.open()).isEmpty();
    }

    @Test
    void aClosedHousingIsQuiet() throws Exception {
        door(false);
        powerOn();
        assertThat(tamper.status()).isInstanceOf(DeviceStatus.Ready.class);
        assertThat(tamper.alarm()).isEmpty();
        assertThat(tamper.open()).contains(false);
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.NOTHING);
        assertThat(told).isEmpty();
    }

    @Test
    void anOpeningStandsUntilANamedPersonAcknowledgesItBehindAClosedDoor() throws Exception {
        door(false);
        powerOn();
        door(true);
        awaitAlarm(Cause.OPENED);
        assertThat(tamper.status()).isInstanceOf(DeviceStatus.Degraded.class);
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.NOT_CLOSED);
        door(false);
        await().atMost(SOON).until(() -> tamper.open().filter(o -> !o).isPresent());
        assertThat(tamper.alarm()).isPresent();
        assertThatThrownBy(() -> tamper.acknowledge(" "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tamper.alarm()).isPresent();
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.DONE);
        assertThat(tamper.alarm()).isEmpty();
        assertThat(tamper.status()).isInstanceOf(DeviceStatus.Ready.class);
        await().atMost(SOON).until(() -> told.size() == 3);
        assertThat(told.get(0)).isInstanceOf(TamperEvent.Alarm.class);
        assertThat(told.get(1)).isInstanceOf(TamperEvent.Closed.class);
        assertThat(told.get(2))
                .isInstanceOfSatisfying(
                        TamperEvent.Acknowledged.class,
                        done -> assertThat(done.who()).isEqualTo("Anna"));
        powerOff();
        powerOn();
        assertThat(tamper.alarm()).isEmpty();
    }

    @Test
    void anAlarmOutlivesPowerCutsAndIsToldAtEachStart() throws Exception {
        door(false);
        powerOn();
        door(true);
        awaitAlarm(Cause.OPENED);
        TamperAlarm first = tamper.alarm().orElseThrow();
        door(false);
        powerOff();
        for (int start = 0; start < 2; start++) {
            told.clear();
            powerOn();
            assertThat(tamper.alarm()).contains(first);
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(told)
                                            .containsExactly(
                                                    new TamperEvent.Alarm(tamper.id(), first)));
            powerOff();
        }
    }

    @Test
    void anOpeningWhileThePowerWasOffIsNoticedAtTheStart() throws Exception {
        door(false);
        powerOn();
        powerOff();
        door(true);
        powerOn();
        awaitAlarm(Cause.OPENED_WHILE_OFF);
        // Whoever closes it and cuts the power once more hides nothing.
        powerOff();
        door(false);
        powerOn();
        awaitAlarm(Cause.OPENED_WHILE_OFF);
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.DONE);
    }

    @Test
    void aHousingThatIsOpenAtTheFirstStartIsAnAlarm() throws Exception {
        door(true);
        powerOn();
        awaitAlarm(Cause.OPEN_AT_FIRST_START);
    }

    @Test
    void whoSpoilsTheRecordHidesNothing() throws Exception {
        door(false);
        powerOn();
        powerOff();
        Files.writeString(file(), "closed qui");
        powerOn();
        awaitAlarm(Cause.RECORD_DAMAGED);
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.DONE);
        powerOff();
        powerOn();
        assertThat(tamper.alarm()).isEmpty();
    }

    @Test
    void aDiskThatRefusesKeepsTheAlarmAndSaysSo() throws Exception {
        door(false);
        powerOn();
        Files.delete(file());
        Files.delete(folder);
        door(true);
        awaitAlarm(Cause.OPENED);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(tamper.status().toString())
                                        .contains("cannot be written down"));
        door(false);
        await().atMost(SOON).until(() -> tamper.open().filter(o -> !o).isPresent());
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.NOT_WRITTEN);
        assertThat(tamper.alarm()).isPresent();
        Files.createDirectory(folder);
        assertThat(tamper.acknowledge("Anna")).isEqualTo(Acknowledgement.DONE);
        assertThat(Files.readString(file())).contains("quiet by Anna");
    }

    protected final Path file() {
        return folder.resolve("tamper");
    }

    protected final void powerOn() throws Exception {
        tamper = open(file());
        tamper.onTamper(told::add);
        tamper.start();
        await().atMost(SOON).until(() -> tamper.status().usable());
    }

    protected final void powerOff() {
        tamper.close();
    }

    protected final void awaitAlarm(Cause cause) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(tamper.alarm().map(TamperAlarm::cause)).contains(cause));
    }
}
