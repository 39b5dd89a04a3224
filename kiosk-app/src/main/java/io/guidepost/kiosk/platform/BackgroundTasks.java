package io.guidepost.kiosk.platform;

import io.guidepost.devices.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocking work, away from the screen's thread: each task on a virtual thread of its own. What a
 * task throws is logged here, once. After closing, new tasks are dropped.
 */
public final class BackgroundTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("task-", 0).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timer").factory());

    /** Runs the task soon. */
    public void run(String name, Runnable task) {
        try {
            workers.execute(() -> guarded(name, task));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} dropped: closed", name);
        }
    }

    /** Runs the task soon; the stage ends with its result, or exceptionally with what it threw. */
    public <T> CompletionStage<T> supply(String name, Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            workers.execute(
                    () -> {
                        try {
                            result.complete(task.get());
                        } catch (RuntimeException e) {
                            LOG.error("{} failed", name, e);
                            result.completeExceptionally(e);
                        }
                    });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    /** Runs the task once after a while, unless the subscription is closed before. */
    public Subscription after(String name, Duration wait, Runnable task) {
        AtomicBoolean off = new AtomicBoolean();
        try {
            Future<?> planned =
                    timer.schedule(
                            () -> {
                                if (!off.get()) {
                                    run(name, task);
                                }
                            },
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
            return () -> {
                off.set(true);
                planned.cancel(false);
            };
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    /**
     * Runs the task again and again, with this pause between the end of one run and the next one's
     * beginning.
     */
    public Subscription every(String name, Duration pause, Runnable task) {
        AtomicBoolean off = new AtomicBoolean();
        again(name, pause, task, off);
        return () -> off.set(true);
    }

    private void again(String name, Duration pause, Runnable task, AtomicBoolean off) {
        Subscription _ =
                after(
                        name,
                        pause,
                        () -> {
                            if (!off.get()) {
                                guarded(name, task);
                                again(name, pause, task, off);
                            }
                        });
    }

    /**
     * Takes no more tasks and waits for those that run, three seconds at most. Only then are they
     * interrupted: an interrupt in the middle of reading a file closes the file for everybody.
     */
    @Override
    public void close() {
        var _ = timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some background tasks did not end within {}", CLOSE_LIMIT);
                var _ = workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void guarded(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
        }
    }
}
