package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One connection to a terminal: joins each answer to its request and refuses every other. */
final class NexoSession {

    /** What a session tells whoever keeps it, on the thread that reads. */
    interface Keeper {
        /** The line brought nothing for a while. */
        void idle();

        /** The terminal has ended the login; told before the answer that says so. */
        void loggedOut();
    }

    /** What a request is waited for by. */
    private record Key(String category, String serviceId) {}

    private final ByteLine line;
    private final NexoFrames frames;
    private final NexoSettings settings;
    private final DeviceState state;
    private final Map<Key, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private volatile boolean ended;

    NexoSession(ByteLine line, NexoSettings settings, DeviceState state) {
        this.line = line;
        this.frames = new NexoFrames(line);
        this.settings = settings;
        this.state = state;
    }

    /** Reads answers until the connection ends; then nobody waits any more. */
    void serve(Duration idle, Keeper keeper) throws IOException {
        try {
            while (true) {
                Optional<byte[]> message = frames.read(idle);
                if (message.isPresent()) {
                    take(NexoMessage.parse(message.get()), keeper);
                } else {
                    keeper.idle();
                }
            }
        } finally {
            ended = true;
            IOException lost = new IOException("the connection to the terminal was lost");
            waiting.values().forEach(w -> w.completeExceptionally(lost));
        }
    }

    boolean quiet() {
        return waiting.isEmpty();
    }

    void close() {
        line.close();
    }

    /**
     * Sends a request; the answer's body comes later, or an {@link IOException} when the connection
     * is lost.
     */
    CompletableFuture<JsonNode> request(String category, String serviceId, JsonNode body) {
        Key key = new Key(category, serviceId);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(key, answer);
        try {
            send(category, serviceId, body);
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        if (ended) {
            answer.completeExceptionally(
                    new IOException("the connection to the terminal was lost"));
        }
        // The answer itself, not what depends on it: whoever gives up must end the waiting.
        var _ = answer.whenComplete((_, _) -> waiting.remove(key, answer));
        return answer;
    }

    /** Sends a request that has no answer, or whose answer nobody waits for. */
    void send(String category, String serviceId, JsonNode body) throws IOException {
        frames.write(
                new NexoMessage(
                                NexoMessage.Type.REQUEST,
                                category,
                                serviceId,
                                settings.saleId(),
                                settings.poiId(),
                                body)
                        .bytes());
    }

    /** Sends a request and waits for its answer. */
    JsonNode ask(String category, JsonNode body) throws IOException, InterruptedException {
        CompletableFuture<JsonNode> answer = request(category, ServiceIds.fresh(), body);
        try {
            return answer.get(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no answer to " + category, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(false);
            state.count("timeouts");
            throw new IOException("no answer to " + category + " in time", e);
        }
    }

    private void take(NexoMessage message, Keeper keeper) {
        CompletableFuture<JsonNode> answer =
                waiting.get(new Key(message.category(), message.serviceId()));
        boolean ours =
                message.type() == NexoMessage.Type.RESPONSE
                        && message.saleId().equals(settings.saleId())
                        && message.poiId().equals(settings.poiId())
                        && message.body().isObject();
        if (ours && answer != null) {
            if (NexoAnswers.loggedOut(message.body(), settings.saleId())) {
                keeper.loggedOut();
            }
            answer.complete(message.body());
        } else {
            state.count("refused-answers");
        }
    }
}
