package io.guidepost.kiosk.platform;

import io.guidepost.devices.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An {@link Observable} and the right to change it. An equal value is no change. */
public final class LiveValue<T> implements Observable<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveValue.class);

    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private volatile T value;

    public LiveValue(T initial) {
        this.value = initial;
    }

    @Override
    public T get() {
        return value;
    }

    /** Changes the value and tells the listeners before it returns. */
    public void set(T next) {
        update(_ -> next);
    }

    /** Changes the value to what the function makes of it; no other change comes between. */
    public T update(UnaryOperator<T> change) {
        synchronized (order) {
            T before = value;
            T next = change.apply(before);
            if (!next.equals(before)) {
                value = next;
                listeners.forEach(listener -> tell(listener, next));
            }
            return next;
        }
    }

    @Override
    public Subscription observe(Consumer<? super T> listener) {
        synchronized (order) {
            listeners.add(listener);
            tell(listener, value);
        }
        return () -> listeners.remove(listener);
    }

    private static <T> void tell(Consumer<? super T> listener, T value) {
        try {
            listener.accept(value);
        } catch (RuntimeException e) {
            LOG.error("a listener failed", e);
        }
    }
}
