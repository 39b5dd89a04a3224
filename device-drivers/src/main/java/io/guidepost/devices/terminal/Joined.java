package io.guidepost.devices.terminal;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Work on virtual threads; whoever asks for the same while it runs gets the same answer. Safe from
 * any thread.
 *
 * @param <K> what is asked for
 * @param <T> the answer
 */
public final class Joined<K, T> {
    private final Map<K, CompletableFuture<T>> running = new ConcurrentHashMap<>();
    private final Function<String, T> failed;

    /**
     * Nothing runs yet.
     *
     * @param failed makes an answer out of work that threw; hears why
     */
    public Joined(Function<String, T> failed) {
        this.failed = failed;
    }

    /** Starts the work, or joins it. The answer never is an exception. */
    public CompletableFuture<T> run(K key, Callable<T> work) {
        CompletableFuture<T> fresh = new CompletableFuture<>();
        CompletableFuture<T> earlier = running.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier;
        }
        Thread.ofVirtual()
                .name("terminal-work")
                .start(
                        () -> {
                            T result;
                            try {
                                result = work.call();
                            } catch (Exception e) {
                                result = failed.apply("failed: " + e);
                            }
                            running.remove(key);
                            fresh.complete(result);
                        });
        return fresh;
    }

    /** Whether the work for this runs. */
    public boolean runs(K key) {
        return running.containsKey(key);
    }
}
