package io.guidepost.devices.lifecycle;

import io.guidepost.devices.Subscription;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants to hear of an event. One event at a time is told; a listener that throws is logged and
 * hurts nobody else. A device's listeners come from {@link DeviceState#listeners()}.
 */
public final class Listeners<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<Long, Consumer<T>> listeners = new ConcurrentSkipListMap<>();
    private final AtomicLong nextKey = new AtomicLong();
    private final ReentrantLock telling = new ReentrantLock();
    private final Executor teller;

    /** Listeners that are told on the thread of whoever tells. */
    public Listeners() {
        this(Runnable::run);
    }

    Listeners(Executor teller) {
        this.teller = teller;
    }

    /** Registers a listener; each registration ends on its own. */
    public Subscription add(Consumer<T> listener) {
        long key = nextKey.getAndIncrement();
        listeners.put(key, listener);
        return () -> listeners.remove(key);
    }

    /** Tells everyone. */
    public void tell(T event) {
        teller.execute(() -> tellNow(event));
    }

    private void tellNow(T event) {
        telling.lock();
        try {
            for (Consumer<T> listener : listeners.values()) {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.warn("A listener failed on {}", event.getClass().getSimpleName(), e);
                }
            }
        } finally {
            telling.unlock();
        }
    }
}
