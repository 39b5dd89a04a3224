package io.guidepost.kiosk.link;

import io.guidepost.kiosk.platform.Counters;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came, worked off in its order on one thread, away from the client's callbacks. Holds a
 * thousand; more are dropped and counted, for each kind comes again: acknowledgements after a
 * resend, states at the next subscription.
 */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int CAPACITY = 1_000;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Counters counters;
    private final Thread thread;
    private volatile boolean closed;

    Inbox(Counters counters) {
        this.counters = counters;
        this.thread = Thread.ofPlatform().name("inbox").daemon().start(this::run);
    }

    void put(Runnable work) {
        if (!waiting.offer(work)) {
            counters.count("link.inbox.dropped");
        }
    }

    private void run() {
        while (!closed) {
            try {
                Runnable work = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (work != null) {
                    work.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("a message could not be worked off", e);
                counters.count("link.inbox.failed");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(Duration.ofSeconds(2))) {
                LOG.warn("inbox did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
