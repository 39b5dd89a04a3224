package io.guidepost.devices.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backlights as the kernel shows them, below a root of our own. */
class SysfsBacklightTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir Path sys;
    private Optional<SysfsBacklight> made = Optional.empty();

    @AfterEach
    void close() {
        made.ifPresent(SysfsBacklight::close);
    }

    private Path panel(String name, int brightness, int most) throws IOException {
        Path panel = Files.createDirectories(sys.resolve("class/backlight/" + name));
        Files.writeString(panel.resolve("brightness"), brightness + "\n");
        Files.writeString(panel.resolve("max_brightness"), most + "\n");
        Files.writeString(panel.resolve("bl_power"), "0\n");
        return panel;
    }

    private SysfsBacklight backlight(String name) {
        SysfsBacklight backlight =
                new SysfsBacklight(
                        new DeviceId(DeviceKind.BACKLIGHT, "panel"), sys, name, Clock.systemUTC());
        made = Optional.of(backlight);
        backlight.start();
        return backlight;
    }

    private static void awaitText(Path file, String text) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Files.readString(file).strip()).isEqualTo(text));
    }

    @Test
    void leavesThePanelAsItIsUntilItIsAsked() throws Exception {
        Path panel = panel("10-0045", 124, 31 * 8);
        SysfsBacklight backlight = backlight("");
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Ready);
        assertThat(panel.resolve("brightness")).hasContent("124");
        assertThat(backlight.percent()).isEqualTo(50);
        assertThat(backlight.identity().path()).isEqualTo("10-0045");
    }

    @Test
    void dimsGoesOutAndShinesAgain() throws Exception {
        Path panel = panel("10-0045", 31, 31);
        SysfsBacklight backlight = backlight("");
        backlight.set(40);
        awaitText(panel.resolve("brightness"), "12");
        backlight.set(0);
        awaitText(panel.resolve("bl_power"), "4");
        awaitText(panel.resolve("brightness"), "0");
        // One per cent is not dark.
        backlight.set(1);
        awaitText(panel.resolve("bl_power"), "0");
        awaitText(panel.resolve("brightness"), "1");
        backlight.set(100);
        awaitText(panel.resolve("brightness"), "31");
        assertThat(backlight.health().selfTest().what()).isEqualTo("shines at 31 of 31");
        assertThatThrownBy(() -> backlight.set(101)).hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> backlight.set(-1)).hasMessageContaining("0 to 100");
    }

    @Test
    void aPanelThatComesBackGetsWhatWasAskedFor() throws Exception {
        Path panel = panel("10-0045", 31, 31);
        SysfsBacklight backlight = backlight("");
        backlight.set(40);
        awaitText(panel.resolve("brightness"), "12");
        for (String file : new String[] {"brightness", "max_brightness", "bl_power"}) {
            Files.delete(panel.resolve(file));
        }
        Files.delete(panel);
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Disconnected);
        panel = panel("11-0045", 31, 31);
        awaitText(panel.resolve("brightness"), "12");
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Ready);
        assertThat(backlight.counters().get("losses")).isEqualTo(1);
    }

    @Test
    void takesThePanelThatIsNamed() throws Exception {
        Path other = panel("10-0045", 31, 31);
        Path named = panel("rpi_backlight", 255, 255);
        backlight("rpi_backlight").set(50);
        awaitText(named.resolve("brightness"), "128");
        assertThat(other.resolve("brightness")).hasContent("31");
    }

    @Test
    void whoMayNotWriteIsToldWhatToPermit() throws Exception {
        Path panel = panel("10-0045", 31, 31);
        // The test's folder is its owner's alone at first.
        Files.setPosixFilePermissions(sys, PosixFilePermissions.fromString("rwxr-xr-x"));
        SysfsBacklight backlight = AsNobody.call(() -> backlight(""));
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Degraded);
        assertThat(backlight.status().toString())
                .contains("write permission for")
                .contains("brightness");
        Files.setPosixFilePermissions(
                panel.resolve("brightness"), PosixFilePermissions.fromString("rw-rw-rw-"));
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Ready);
    }

    @Test
    void nonsenseOfTheKernelIsAFault() throws Exception {
        Path panel = panel("10-0045", 31, 31);
        Files.writeString(panel.resolve("max_brightness"), "many");
        SysfsBacklight backlight = backlight("");
        await().atMost(SOON).until(() -> backlight.status() instanceof DeviceStatus.Fault);
    }
}
