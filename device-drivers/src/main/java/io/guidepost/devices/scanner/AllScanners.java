package io.guidepost.devices.scanner;

import io.guidepost.devices.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Joins the scans of all scanners of a kiosk. A package held before the built-in scanner while the
 * hand scanner reads it is one scan: the same code from another scanner within the window is
 * dropped. What one scanner reads twice is that scanner's own matter. Safe from any thread; the
 * receiver is told one scan at a time.
 */
public final class AllScanners implements Consumer<Scan> {
    /** The usual window. */
    public static final Duration WINDOW = Duration.ofSeconds(1);

    /** More codes than people scan within a window. */
    private static final int MOST = 16;

    private final Duration window;
    private final Consumer<Scan> receiver;
    private final Map<String, Scan> latest = new LinkedHashMap<>();

    public AllScanners(Duration window, Consumer<Scan> receiver) {
        this.window = window;
        this.receiver = receiver;
    }

    @Override
    public synchronized void accept(Scan scan) {
        String key = key(scan.data());
        Scan before = latest.get(key);
        if (before != null
                && !before.from().equals(scan.from())
                && within(before.at(), scan.at())) {
            return;
        }
        latest.remove(key);
        latest.put(key, scan);
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
        receiver.accept(scan);
    }

    private boolean within(Instant before, Instant now) {
        // The absolute distance: a clock that was set back must not silence a scanner.
        return Duration.between(before, now).abs().compareTo(window) < 0;
    }

    /** One scanner sends a UPC-A with its leading zero as an EAN-13, the other without. */
    private static String key(String data) {
        boolean digits = data.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && data.length() <= 14 ? "0".repeat(14 - data.length()) + data : data;
    }
}
