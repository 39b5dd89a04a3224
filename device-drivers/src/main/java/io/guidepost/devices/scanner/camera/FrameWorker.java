package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the newest of a line's frames on a thread of its own. A frame whose look fails is
 * counted and the next one looked at; when the thread cannot go on, the line is closed, so that the
 * camera starts over and never stays blind.
 *
 * <p>Counts {@code skipped-frames}, {@code driver-failures}.
 */
final class FrameWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameWorker.class);

    private final DeviceState state;
    private final ByteLine line;
    private final Consumer<byte[]> look;
    private final BlockingQueue<byte[]> newest = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /** When the present look began, in nanoseconds; zero while there is none. */
    private final AtomicLong began = new AtomicLong();

    FrameWorker(DeviceState state, ByteLine line, Consumer<byte[]> look) {
        this.state = state;
        this.line = line;
        this.look = look;
        this.thread =
                Thread.ofPlatform().name(state.id() + "-decode").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Leaves a frame to be looked at; one that still waits is left out. */
    void offer(byte[] frame) throws InterruptedException {
        if (newest.poll() != null) {
            state.count("skipped-frames");
        }
        newest.put(frame);
    }

    /** How long the present look has taken by now; zero while there is none. */
    Duration looking() {
        long since = began.get();
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Ends the thread; waits for it at most a second. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean told = false;
        try {
            while (true) {
                byte[] frame = newest.take();
                try {
                    began.set(System.nanoTime() | 1);
                    look.accept(frame);
                } catch (RuntimeException e) {
                    state.count("driver-failures");
                    if (!told) {
                        // The next frames show the same; the log needs it once.
                        LOG.error("{}: looking at a frame failed", state.id(), e);
                        told = true;
                    }
                } finally {
                    began.set(0);
                }
            }
        } catch (InterruptedException _) {
            // The line has ended; the next one has a worker of its own.
        } catch (Error e) {
            state.count("driver-failures");
            LOG.error("{}: looking at frames failed; the camera is started again", state.id(), e);
            line.close();
        }
    }
}
