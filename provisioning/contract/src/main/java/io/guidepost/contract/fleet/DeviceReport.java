package io.guidepost.contract.fleet;

import io.guidepost.contract.fleet.Limits.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How one device of a kiosk stands, by the kiosk's own clock. Texts are a driver's own words for
 * the technician, in English, and never personal.
 *
 * @param name tells it from the kiosk's other devices, matches {@code [a-z0-9][a-z0-9-]{0,39}}
 * @param kind what it is for, such as {@code PRINTER}; newer kiosks may have more kinds
 * @param driver such as {@code printer.escpos}
 */
public record DeviceReport(
        String name,
        String kind,
        String driver,
        Status status,
        Identity identity,
        Health health,
        Counters counters) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{0,19}");
    private static final Pattern DRIVER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    public DeviceReport {
        Limits.form("name", name, NAME);
        Limits.form("kind", kind, KIND);
        Limits.form("driver", driver, DRIVER);
    }

    /** How a device stands, in the order of its life. */
    public enum State {
        DISCONNECTED,
        CONNECTING,
        READY,
        /** Works, but somebody should look at it. */
        DEGRADED,
        /** Cannot work until somebody acts. */
        FAULT
    }

    /**
     * How it stands.
     *
     * @param since when it began
     * @param reason what is wrong, at most 160 characters
     */
    public record Status(State state, Instant since, Optional<String> reason) {
        public Status {
            reason.ifPresent(text -> Limits.text("reason", text, Text.WORDS));
        }
    }

    /**
     * Which piece of hardware it is, as far as it has said so; "" where unknown. Each at most 80
     * characters.
     *
     * @param path where it is plugged in
     */
    public record Identity(String vendor, String product, String serial, String path) {
        public Identity {
            Limits.text("vendor", vendor, Text.IDENTITY);
            Limits.text("product", product, Text.IDENTITY);
            Limits.text("serial", serial, Text.IDENTITY);
            Limits.text("path", path, Text.IDENTITY);
        }
    }

    /**
     * What is known of it at three levels, each with its last evidence.
     *
     * @param driver the driver's own thread
     * @param link the line to the device
     * @param selfTest what the device itself last said of itself
     */
    public record Health(Evidence driver, Evidence link, Evidence selfTest) {}

    /** What is thought of one level. */
    public enum Verdict {
        UNKNOWN,
        GOOD,
        BAD
    }

    /**
     * What a verdict rests on.
     *
     * @param what at most 160 characters
     * @param at when it was seen; empty where nothing was seen yet
     */
    public record Evidence(Verdict verdict, String what, Optional<Instant> at) {
        public Evidence {
            Limits.text("what", what, Text.WORDS);
        }
    }

    /**
     * What happened since the kiosk's start.
     *
     * @param values at most {@value #MOST}, each at least zero, by a name that matches {@code
     *     [a-z0-9][a-z0-9.-]{0,39}}
     * @param omitted counters that there was no room for
     */
    public record Counters(Map<String, Long> values, int omitted) {
        public static final int MOST = 24;
        private static final Pattern COUNTER = DRIVER;

        public Counters {
            values = Map.copyOf(values);
            Limits.atMost("counters", values.size(), MOST);
            Limits.atLeast("omitted", omitted, 0);
            values.forEach(
                    (name, count) -> {
                        Limits.form("counter", name, COUNTER);
                        Limits.atLeast("count", count, 0);
                    });
        }

        /** The first of these by name, as many as there is room for; the others are counted. */
        public static Counters of(Map<String, Long> all) {
            Map<String, Long> kept = new LinkedHashMap<>();
            new TreeMap<>(all)
                    .forEach(
                            (name, count) -> {
                                if (kept.size() < MOST && COUNTER.matcher(name).matches()) {
                                    kept.put(name, Math.max(0, count));
                                }
                            });
            return new Counters(kept, all.size() - kept.size());
        }
    }

    /** Words as a report may carry them: without control characters, what is too long ends in …. */
    public static String words(String text) {
        return Limits.fit(text, Text.WORDS);
    }

    /** A part of an identity as a report may carry it; see {@link #words}. */
    public static String identity(String text) {
        return Limits.fit(text, Text.IDENTITY);
    }
}
