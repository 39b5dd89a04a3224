package io.guidepost.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How well a device is known to work, at three levels: whether the driver's own thread moves,
 * whether the line to the device carries anything, and what the device says of itself. Each level
 * comes with its last evidence, whose age tells how much it is worth (after UnifiedPOS CheckHealth:
 * internal, external, interactive).
 *
 * @param driver the driver's thread
 * @param link the line to the device
 * @param selfTest what the device itself last answered when it was asked how it is
 */
public record DeviceHealth(Evidence driver, Evidence link, Evidence selfTest) {

    /** What is thought of one level. */
    public enum Verdict {
        /** Nothing is known: not started, or the device cannot be asked. */
        UNKNOWN,
        GOOD,
        BAD
    }

    /**
     * What one level's verdict rests on.
     *
     * @param what for the technician, in English
     * @param at when it was seen; empty when nothing was seen yet
     */
    public record Evidence(Verdict verdict, String what, Optional<Instant> at) {
        public static final Evidence NONE =
                new Evidence(Verdict.UNKNOWN, "nothing known", Optional.empty());

        public static Evidence good(String what, Instant at) {
            return new Evidence(Verdict.GOOD, what, Optional.of(at));
        }

        public static Evidence bad(String what, Instant at) {
            return new Evidence(Verdict.BAD, what, Optional.of(at));
        }

        /** How old the evidence is; empty when there is none. */
        public Optional<Duration> age(Instant now) {
            return at.map(seen -> Duration.between(seen, now));
        }
    }
}
