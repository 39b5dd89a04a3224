package io.guidepost.devices.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.DisplayRotation.Orientation;
import io.guidepost.devices.DisplayRotation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turning by the session's programs: scripts that answer as those do, as real processes. */
class ToolRotationTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Answers as xrandr 1.5 does; remembers the turn in a file beside it. */
    private static final String XRANDR =
            """
            #!/bin/sh
            here=$(dirname "$0")
            echo "xrandr $*" >> "$here/calls"
            if [ "$3" = --rotate ]; then
              [ -e "$here/stuck" ] || echo "$4" > "$here/turn"
              exit 0
            fi
            turn=$(cat "$here/turn" 2>/dev/null)
            [ "$turn" = normal ] && turn=
            echo "Screen 0: minimum 320 x 200, current 720 x 1280, maximum 7680 x 7680"
            echo "HDMI-1 disconnected (normal left inverted right x axis y axis)"
            [ -e "$here/away" ] || echo "DSI-1 connected primary 720x1280+0+0 ${turn:+$turn }(normal left inverted right x axis y axis) 90mm x 151mm"
            echo "   720x1280      60.00*+"
            """;

    private static final String WLR_RANDR =
            """
            #!/bin/sh
            here=$(dirname "$0")
            echo "wlr-randr $*" >> "$here/calls"
            if [ "$3" = --transform ]; then
              echo "$4" > "$here/turn"
              exit 0
            fi
            echo 'DSI-2 "(null) (null) (DSI-2)"'
            echo '  Enabled: yes'
            echo '  Modes:'
            echo '    720x1280 px, 60.037998 Hz (preferred, current)'
            echo '  Position: 0,0'
            echo "  Transform: $(cat "$here/turn" 2>/dev/null || echo normal)"
            echo '  Scale: 1.000000'
            """;

    private static final String XINPUT =
            """
            #!/bin/sh
            echo "xinput $*" >> "$(dirname "$0")/calls"
            """;

    @TempDir Path tools;
    private Optional<ToolRotation> made = Optional.empty();

    @AfterEach
    void close() {
        made.ifPresent(ToolRotation::close);
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ToolRotation rotation(Turn picture, Turn touch, boolean wayland) {
        return rotation(picture, touch, wayland, Duration.ofSeconds(30));
    }

    private ToolRotation rotation(Turn picture, Turn touch, boolean wayland, Duration lookEvery) {
        ToolRotation rotation =
                new ToolRotation(
                        new DeviceId(DeviceKind.DISPLAY, "panel"),
                        new RotationSettings(
                                "",
                                "ft5x06 touch",
                                new Orientation(picture, touch),
                                tools,
                                wayland),
                        lookEvery,
                        Clock.systemUTC());
        made = Optional.of(rotation);
        rotation.start();
        return rotation;
    }

    private static void awaitReady(ToolRotation rotation) {
        await().atMost(SOON).until(() -> rotation.status() instanceof DeviceStatus.Ready);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    @Test
    void turnsPictureAndTouchTogether() throws Exception {
        tool("xrandr", XRANDR);
        tool("xinput", XINPUT);
        ToolRotation rotation = rotation(Turn.LEFT, Turn.LEFT, false);
        awaitReady(rotation);
        assertThat(calls())
                .containsExactly(
                        "xrandr --query",
                        "xrandr --output DSI-1 --rotate left",
                        "xrandr --query",
                        "xinput set-prop ft5x06 touch Coordinate Transformation Matrix"
                                + " 0 -1 1 1 0 0 0 0 1");
        assertThat(rotation.identity().path()).isEqualTo("DSI-1");
        rotation.turn(new Orientation(Turn.NORMAL, Turn.INVERTED));
        await().atMost(SOON).until(() -> calls().getLast().endsWith("Matrix -1 0 1 0 -1 1 0 0 1"));
        assertThat(calls()).contains("xrandr --output DSI-1 --rotate normal");
        assertThat(rotation.counters().get("turns")).isEqualTo(2);
    }

    /** As a touch screen that was unplugged and plugged in again has. */
    @Test
    void aTouchScreenThatForgotItsTurnGetsItAtTheNextLook() throws Exception {
        tool("xrandr", XRANDR);
        tool("xinput", XINPUT);
        ToolRotation rotation = rotation(Turn.LEFT, Turn.LEFT, false, Duration.ofMillis(200));
        awaitReady(rotation);
        String matrix = "Matrix 0 -1 1 1 0 0 0 0 1";
        await().atMost(SOON)
                .until(() -> calls().stream().filter(c -> c.endsWith(matrix)).count() > 2);
        assertThat(rotation.counters().get("turns")).isEqualTo(1);
    }

    @Test
    void whatStandsRightIsLeftAlone() throws Exception {
        tool("xrandr", XRANDR);
        tool("xinput", XINPUT);
        awaitReady(rotation(Turn.NORMAL, Turn.NORMAL, false));
        assertThat(calls()).noneMatch(call -> call.contains("--rotate"));
    }

    @Test
    void turnsUnderACompositorWhichTurnsTheTouch() throws Exception {
        tool("wlr-randr", WLR_RANDR);
        awaitReady(rotation(Turn.RIGHT, Turn.RIGHT, true));
        assertThat(calls())
                .containsExactly(
                        "wlr-randr ", "wlr-randr --output DSI-2 --transform 270", "wlr-randr ");
    }

    @Test
    void aPanelThatDoesNotTurnIsDegraded() throws Exception {
        tool("xrandr", XRANDR);
        tool("xinput", XINPUT);
        Files.createFile(tools.resolve("stuck"));
        ToolRotation rotation = rotation(Turn.LEFT, Turn.LEFT, false);
        await().atMost(SOON).until(() -> rotation.status() instanceof DeviceStatus.Degraded);
        assertThat(rotation.status().toString()).contains("does not turn left");
    }

    @Test
    void aPanelThatIsAwayAndAMissingProgramAreStatuses() throws Exception {
        tool("xrandr", XRANDR);
        Files.createFile(tools.resolve("away"));
        ToolRotation away = rotation(Turn.LEFT, Turn.LEFT, false);
        await().atMost(SOON).until(() -> away.status() instanceof DeviceStatus.Disconnected);
        await().atMost(SOON).until(() -> away.health().driver().at().isPresent());
        away.close();
        ToolRotation none = rotation(Turn.LEFT, Turn.LEFT, true);
        await().atMost(SOON).until(() -> none.status() instanceof DeviceStatus.Fault);
        assertThat(none.status().toString()).contains("wlr-randr is not there");
    }

    @Test
    void aProgramThatFailsSaysWhy() throws Exception {
        tool("xrandr", "#!/bin/sh\necho \"Can't open display\" >&2\nexit 1\n");
        ToolRotation rotation = rotation(Turn.LEFT, Turn.LEFT, false);
        await().atMost(SOON).until(() -> rotation.status() instanceof DeviceStatus.Degraded);
        assertThat(rotation.status().toString()).contains("Can't open display");
    }
}
