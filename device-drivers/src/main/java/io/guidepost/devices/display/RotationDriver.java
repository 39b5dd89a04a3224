package io.guidepost.devices.display;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DisplayRotation.Orientation;
import io.guidepost.devices.DisplayRotation.Turn;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code display.rotation}. */
public final class RotationDriver implements Driver {
    private static final List<String> TURNS = List.of("normal", "left", "right", "inverted");
    private static final String TOOLS = "/usr/bin";
    private static final int LONGEST_NAME = 100;

    private final Map<String, String> environment;

    /** A driver for the session of this process. */
    public RotationDriver() {
        this(System.getenv());
    }

    RotationDriver(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "display.rotation";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DISPLAY;
    }

    @Override
    public String purpose() {
        return "a panel that is built in sideways or upside down";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.usual("output", "connector, such as DSI-1", "the first that is connected"),
                Key.usual("turn", "of the picture: normal, left, right or inverted", "normal"),
                Key.usual(
                        "touch", "name of the touch screen in xinput list", "touch is left alone"),
                Key.usual(
                        "touch-turn",
                        "of the touch: normal, left, right or inverted",
                        "that of the picture"),
                Key.usual("tools", "folder of xrandr, xinput and wlr-randr", TOOLS));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        String turn = settings.choice("turn", TURNS, "normal");
        String touchTurn = settings.choice("touch-turn", TURNS, turn);
        String touch =
                settings.value(
                                "touch",
                                name -> {
                                    if (name.length() > LONGEST_NAME || name.startsWith("-")) {
                                        throw new IllegalArgumentException(
                                                "must be a name of 1 to 100 characters");
                                    }
                                    return name;
                                })
                        .orElse("");
        String output =
                settings.value(
                                "output",
                                name -> {
                                    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
                                        throw new IllegalArgumentException(
                                                "must be the name of a connector");
                                    }
                                    return name;
                                })
                        .orElse("");
        Path tools = settings.path("tools").orElse(Path.of(TOOLS));
        RotationSettings read =
                new RotationSettings(
                        output,
                        touch,
                        new Orientation(of(turn), of(touchTurn)),
                        tools,
                        environment.containsKey("WAYLAND_DISPLAY"));
        return (id, around) -> new ToolRotation(id, read, around.clock());
    }

    private static Turn of(String word) {
        return Turn.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
