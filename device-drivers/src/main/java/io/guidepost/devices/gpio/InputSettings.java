package io.guidepost.devices.gpio;

import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * An input line.
 *
 * @param line its GPIO (BCM) number
 * @param pull what holds it while nothing else does
 * @param activeHigh whether high is what the device is asked for: somebody is there, it is open
 * @param settle it must be at rest for so long before its level is believed
 * @param poll its level is also read so often without an edge
 */
public record InputSettings(
        int line, Pull pull, boolean activeHigh, Duration settle, Duration poll) {
    private static final int SETTLE_MILLIS = 30;
    private static final int POLL_MILLIS = 1000;

    /** A line as a person notices no delay. */
    public static InputSettings usual(int line, Pull pull) {
        return new InputSettings(
                line, pull, true, Duration.ofMillis(SETTLE_MILLIS), Duration.ofMillis(POLL_MILLIS));
    }

    /**
     * The keys that {@link #read} reads.
     *
     * @param active what the active level means, such as {@code somebody is there}
     */
    static List<Key> keys(String active, Pull pull) {
        return List.of(
                GpioSettings.BOARD,
                GpioSettings.CHIP,
                Key.needed("line", "GPIO (BCM) number of the input, 0 to 999"),
                Key.usual("active", "level that means: " + active + "; high or low", "high"),
                Key.usual("pull", "resistor inside the chip: up, down or off", pull.word()),
                Key.usual(
                        "settle-ms",
                        "a level counts after so many milliseconds of rest, 1 to 1000",
                        Integer.toString(SETTLE_MILLIS)),
                Key.usual(
                        "poll-ms",
                        "the level is also read so often without an edge, 50 to 5000",
                        Integer.toString(POLL_MILLIS)));
    }

    static InputSettings read(Settings settings, Pull pull) {
        return new InputSettings(
                settings.neededNumber("line", 0, 999),
                Pull.of(settings.choice("pull", Pull.WORDS, pull.word())),
                settings.choice("active", List.of("high", "low"), "high").equals("high"),
                settings.millis("settle-ms", 1, 1000, SETTLE_MILLIS),
                settings.millis("poll-ms", 50, 5000, POLL_MILLIS));
    }
}
