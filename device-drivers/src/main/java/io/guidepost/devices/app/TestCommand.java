package io.guidepost.devices.app;

import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceKind;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code test}: lets one device do its work, so that a person sees or hears it. */
final class TestCommand {
    private static final Duration WATCHED = Duration.ofSeconds(20);

    /** Where nobody has to walk up to the kiosk first. */
    private static final Duration HANDLED = Duration.ofSeconds(3);

    private static final int FAILED = 1;

    private final PrintStream out;
    private final Clock clock;

    TestCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Zero when all did their work. */
    int run(List<String> arguments) throws Exception {
        Words words = new Words(arguments, Set.of("seconds", "file"));
        String what = words.next("what to test: a device, its kind, or all");
        words.end();
        try (TryOut tryOut = TryOut.of(words.text("file"));
                DeviceSet devices = tryOut.make(clock)) {
            Duration time = words.seconds("seconds").orElse(tryOut.handled() ? HANDLED : WATCHED);
            out.println(tryOut.about());
            List<Device> wanted = meant(devices.all(), what);
            if (wanted.isEmpty()) {
                throw new WrongUse(
                        "There is no \""
                                + what
                                + "\" here; there are "
                                + devices.all().stream()
                                        .map(d -> d.id().name())
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            Exercises exercises = new Exercises(out, clock, tryOut, time);
            boolean worked = true;
            for (Device device : wanted) {
                out.println();
                worked &= exercises.run(device);
            }
            return worked ? 0 : FAILED;
        }
    }

    /** The device of this name, else those of this kind as people call it, else all. */
    private static List<Device> meant(List<Device> devices, String what) {
        List<Device> named = devices.stream().filter(d -> d.id().name().equals(what)).toList();
        return named.isEmpty()
                ? devices.stream()
                        .filter(d -> what.equals("all") || kind(d).equalsIgnoreCase(what))
                        .toList()
                : named;
    }

    private static String kind(Device device) {
        return device.id().kind() == DeviceKind.LIGHT ? "lamp" : device.id().kind().name();
    }
}
