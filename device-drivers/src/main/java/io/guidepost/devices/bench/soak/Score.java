package io.guidepost.devices.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What befell one device, and what it made of it. Safe from any thread. */
final class Score {
    private static final int MOST_FAILURES = 20;

    private final Map<String, Integer> injected = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int worked;
    private int failed;

    /** A fault was injected, and the device counted it. */
    synchronized void counted(String fault) {
        injected.merge(fault, 1, Integer::sum);
    }

    /** After a fault the device did its work again, once and rightly. */
    synchronized void worked() {
        worked++;
    }

    /** Something that must not be. */
    synchronized void failed(String what) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            failures.add(what);
        }
    }

    synchronized int faults() {
        return injected.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Map<String, Integer> byFault() {
        return new TreeMap<>(injected);
    }

    synchronized int works() {
        return worked;
    }

    synchronized int failureCount() {
        return failed;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }
}
