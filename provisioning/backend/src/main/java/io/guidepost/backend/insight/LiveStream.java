package io.guidepost.backend.insight;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * What happens in the fleet, live, for everybody who watches. A watcher that falls behind loses the
 * oldest items; nobody ever waits for a watcher. Thread-safe.
 */
public final class LiveStream {
    private static final int BEHIND = 500;

    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    /** One watcher; closed by whoever opened it. */
    public final class Watch implements AutoCloseable {
        private final BlockingQueue<LiveItem> items = new ArrayBlockingQueue<>(BEHIND);

        private Watch() {}

        /** The next item, or nothing within the time. */
        public Optional<LiveItem> next(long timeoutMillis) throws InterruptedException {
            return Optional.ofNullable(items.poll(timeoutMillis, TimeUnit.MILLISECONDS));
        }

        private void add(LiveItem item) {
            while (!items.offer(item)) {
                items.poll();
            }
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /** Begins to watch. */
    public Watch watch() {
        Watch watch = new Watch();
        watches.add(watch);
        return watch;
    }

    public void publish(LiveItem item) {
        watches.forEach(watch -> watch.add(item));
    }
}
