package io.guidepost.backend.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that runs every so often, and at once when asked. Never two at a time. */
final class Periodic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Duration every;
    private final Runnable task;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;

    Periodic(String name, Duration every, Runnable task) {
        this.every = every;
        this.task = task;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Asks for a run soon; returns at once. */
    void soon() {
        asked.release();
    }

    private void run() {
        try {
            while (running) {
                if (asked.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                if (running) {
                    runOnce();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed, trying again", thread.getName(), e);
        }
    }

    /** Lets a run that is under way end. */
    @Override
    public void close() {
        running = false;
        asked.release();
        try {
            if (thread.isAlive() && !thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
