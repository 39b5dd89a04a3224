package io.guidepost.devices.lifecycle;

import io.guidepost.devices.DeviceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device's events on their way to the listeners: told in their order, one at a time, on a virtual
 * thread that lives while there are any. Bounded: when a listener is so slow that the queue is
 * full, the new event is left out and counted.
 */
final class EventQueue {
    private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);
    private static final int MOST = 256;

    private final DeviceId id;
    private final Consumer<String> counter;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean telling;

    /** The newest of those that must not be left out, while the queue is full. */
    private @Nullable Runnable last;

    EventQueue(DeviceId id, Consumer<String> counter) {
        this.id = id;
        this.counter = counter;
    }

    void add(Runnable event) {
        add(event, false);
    }

    /** Adds an event whose newest is told even where the queue is full, such as a status. */
    void addNewest(Runnable event) {
        add(event, true);
    }

    private void add(Runnable event, boolean keepNewest) {
        synchronized (this) {
            if (waiting.size() >= MOST) {
                counter.accept("events-dropped");
                last = keepNewest ? event : last;
                return;
            }
            waiting.add(event);
            if (telling) {
                return;
            }
            telling = true;
        }
        Thread.ofVirtual().name(id + "-events").start(this::tell);
    }

    /** Waits until all that has been added is told, at most this long. */
    void drain(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (this) {
            try {
                for (long left = limit.toMillis();
                        telling && left > 0;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tell() {
        while (true) {
            Runnable event;
            synchronized (this) {
                event = waiting.poll();
                if (event == null) {
                    event = last;
                    last = null;
                }
                if (event == null) {
                    telling = false;
                    notifyAll();
                    return;
                }
            }
            try {
                event.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("{}: an event could not be told", id, e);
            }
        }
    }
}
