package io.guidepost.kiosk.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one step of start or stop after the other, each with a time limit; one that fails or hangs
 * does not keep the rest.
 */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private Steps() {}

    static void run(String name, Duration limit, Runnable step) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("step-" + name)
                .start(
                        () -> {
                            try {
                                step.run();
                                done.complete(true);
                            } catch (RuntimeException | Error e) {
                                done.completeExceptionally(e);
                            }
                        });
        try {
            boolean _ = done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.error("{} did not finish within {}; going on without", name, limit);
        } catch (ExecutionException e) {
            LOG.error("{} failed; going on without", name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
