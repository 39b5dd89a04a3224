package io.guidepost.devices.display;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DisplayRotation;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.StepLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the picture by the program that the session has for it: xrandr with an X server, wlr-randr
 * with a Wayland compositor; the touch by xinput (a compositor turns it with the picture by
 * itself). The picture's turn is read back, and asked for again where it is not as wanted; the
 * touch's is set at each look.
 *
 * <p>Counts {@code turns}, {@code retries}.
 */
public final class ToolRotation extends ManagedDevice implements DisplayRotation {
    /** Each look starts a process. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * {@code DSI-1 connected primary 720x1280+0+0 left (normal left …}, without its turn: normal.
     */
    private static final Pattern X_OUTPUT =
            Pattern.compile(
                    "(?m)^(\\S+) connected (?:primary )?(?:\\d+x\\d+\\+\\d+\\+\\d+ )?"
                            + "(?:(left|right|inverted) )?(?:[xX] axis |X and Y axis )?\\(");

    private static final Pattern WAYLAND_OUTPUT = Pattern.compile("(?m)^(\\S+) \"");
    private static final Pattern WAYLAND_TURN = Pattern.compile("Transform: (\\S+)");

    private final RotationSettings settings;
    private final Duration lookEvery;
    private final StepLoop loop;
    private volatile Orientation wanted;

    /** An output and how it is turned now. */
    private record Output(String name, Optional<Turn> turn) {}

    public ToolRotation(DeviceId id, RotationSettings settings, InstantSource clock) {
        this(id, settings, LOOK_EVERY, clock);
    }

    ToolRotation(DeviceId id, RotationSettings settings, Duration lookEvery, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.lookEvery = lookEvery;
        this.wanted = settings.orientation();
        this.loop = new StepLoop(state, this::step);
    }

    @Override
    public void turn(Orientation now) {
        wanted = now;
        loop.wake();
    }

    @Override
    public Orientation wanted() {
        return wanted;
    }

    @Override
    public void start() {
        loop.start();
    }

    /** The panel stays as it is. */
    @Override
    public void close() {
        loop.close();
    }

    private Duration step() throws InterruptedException {
        Path tool = settings.tools().resolve(settings.wayland() ? "wlr-randr" : "xrandr");
        if (!Files.isExecutable(tool)) {
            state.fault(tool + " is not there: install it, or leave this device out");
            return lookEvery;
        }
        try {
            Optional<Output> output = output(tool);
            if (output.isEmpty()) {
                state.disconnected();
                return RETRY_AFTER;
            }
            state.heard();
            state.identified(DeviceIdentity.at(output.get().name()));
            Orientation now = wanted;
            if (!picture(tool, output.get(), now.picture())) {
                return RETRY_AFTER;
            }
            touch(now.touch());
            state.ready();
            return lookEvery;
        } catch (IOException e) {
            state.count("retries");
            state.tested(false, String.valueOf(e.getMessage()));
            state.degraded("the panel is not turned: " + e.getMessage());
            return RETRY_AFTER;
        }
    }

    /** Whether the picture is turned as asked, after it was turned where it was not. */
    private boolean picture(Path tool, Output output, Turn turn)
            throws IOException, InterruptedException {
        if (output.turn().equals(Optional.of(turn))) {
            state.tested(true, output.name() + " is turned as asked");
            return true;
        }
        String unused =
                Tool.run(
                        settings.wayland()
                                ? List.of(
                                        tool.toString(),
                                        "--output",
                                        output.name(),
                                        "--transform",
                                        transform(turn))
                                : List.of(
                                        tool.toString(),
                                        "--output",
                                        output.name(),
                                        "--rotate",
                                        word(turn)));
        state.count("turns");
        boolean done = output(tool).flatMap(Output::turn).equals(Optional.of(turn));
        if (!done) {
            state.tested(false, tool.getFileName() + " did not turn it: " + unused.strip());
            state.degraded("the panel does not turn " + word(turn));
        }
        return done;
    }

    /** At each look: a touch screen that was plugged in again has forgotten its turn. */
    private void touch(Turn turn) throws IOException, InterruptedException {
        if (settings.touch().isEmpty() || settings.wayland()) {
            return;
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                settings.tools().resolve("xinput").toString(),
                                "set-prop",
                                settings.touch(),
                                "Coordinate Transformation Matrix"));
        command.addAll(List.of(matrix(turn).split(" ", -1)));
        String _ = Tool.run(command);
    }

    private Optional<Output> output(Path tool) throws IOException, InterruptedException {
        return settings.wayland()
                ? waylandOutput(Tool.run(List.of(tool.toString())))
                : xOutput(Tool.run(List.of(tool.toString(), "--query")));
    }

    private Optional<Output> xOutput(String said) {
        return X_OUTPUT.matcher(said)
                .results()
                .filter(found -> isWanted(found.group(1)))
                .map(
                        found ->
                                new Output(
                                        found.group(1),
                                        Optional.of(
                                                found.group(2) == null
                                                        ? Turn.NORMAL
                                                        : Turn.valueOf(
                                                                found.group(2)
                                                                        .toUpperCase(
                                                                                Locale.ROOT)))))
                .findFirst();
    }

    private Optional<Output> waylandOutput(String said) {
        Matcher names = WAYLAND_OUTPUT.matcher(said);
        while (names.find()) {
            if (isWanted(names.group(1))) {
                Matcher turn = WAYLAND_TURN.matcher(said);
                return Optional.of(
                        new Output(
                                names.group(1),
                                turn.find(names.end()) ? turn(turn.group(1)) : Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private boolean isWanted(String output) {
        return settings.output().isEmpty() || settings.output().equals(output);
    }

    private static String word(Turn turn) {
        return turn.name().toLowerCase(Locale.ROOT);
    }

    /** Wayland counts its degrees against the clock (wl_output.transform). */
    private static String transform(Turn turn) {
        return switch (turn) {
            case NORMAL -> "normal";
            case LEFT -> "90";
            case INVERTED -> "180";
            case RIGHT -> "270";
        };
    }

    private static Optional<Turn> turn(String transform) {
        for (Turn turn : Turn.values()) {
            if (transform(turn).equals(transform)) {
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    /** The matrix that turns touches as xrandr turns the picture; rows after each other. */
    private static String matrix(Turn turn) {
        return switch (turn) {
            case NORMAL -> "1 0 0 0 1 0 0 0 1";
            case LEFT -> "0 -1 1 1 0 0 0 0 1";
            case INVERTED -> "-1 0 1 0 -1 1 0 0 1";
            case RIGHT -> "0 1 0 -1 0 1 0 0 1";
        };
    }
}
