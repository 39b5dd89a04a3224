package io.guidepost.devices.watchdog;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a thread still takes work: it is asked to answer, and asked again only when it has. Where
 * a thread that does not answer stands is logged once. For one caller.
 */
public final class Pulse implements Vital {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final String name;
    private final Executor thread;
    private final Duration limit;
    private volatile boolean answered = true;
    private volatile @Nullable Thread asked;
    private long askedAt;
    private boolean told;

    /**
     * @param name such as {@code the screen's thread}
     * @param thread runs what it is given on that thread
     * @param limit how long an answer may take
     */
    public Pulse(String name, Executor thread, Duration limit) {
        this.name = name;
        this.thread = thread;
        this.limit = limit;
    }

    @Override
    public Optional<String> trouble() {
        if (answered) {
            told = false;
            return ask();
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - askedAt);
        if (waited.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        if (!told) {
            told = true;
            LOG.error("{} does not answer; it stands here:{}", name, where());
        }
        return Optional.of(name + " has not answered for " + waited.toSeconds() + " s");
    }

    private Optional<String> ask() {
        answered = false;
        askedAt = System.nanoTime();
        try {
            thread.execute(
                    () -> {
                        asked = Thread.currentThread();
                        answered = true;
                    });
            return Optional.empty();
        } catch (RejectedExecutionException | IllegalStateException e) {
            answered = true;
            return Optional.of(name + " takes no work: " + e.getMessage());
        }
    }

    private String where() {
        Thread last = asked;
        return last == null
                ? " (it never answered)"
                : Arrays.stream(last.getStackTrace())
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
    }
}
