package io.guidepost.backend.console;

import io.guidepost.contract.json.Json;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One open page. A page that does not read is closed rather than waited for: its browser connects
 * again and asks for what it missed.
 */
final class LiveClient {
    private static final int WAITING = 500;
    private static final long HEARTBEAT_SECONDS = 10;

    private final SseClient connection;
    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(WAITING);

    private LiveClient(SseClient connection) {
        this.connection = connection;
    }

    private record Message(String event, Object data) {}

    /** Serves a connection until it ends. */
    static void open(SseClient connection, LiveFeed feed) {
        LiveClient client = new LiveClient(connection);
        connection.keepAlive();
        connection.onClose(() -> feed.remove(client));
        feed.add(client);
        connection.sendComment("open");
        Thread.ofVirtual().name("console-page").start(() -> client.send(feed));
    }

    void offer(String event, Object data) {
        if (!queue.offer(new Message(event, data))) {
            close();
        }
    }

    /**
     * Ends the connection. One whose browser is gone already has no request any more: Javalin would
     * answer it for ever, so it is left alone.
     */
    void close() {
        if (!connection.terminated() && requestStands()) {
            connection.close();
        }
    }

    private boolean requestStands() {
        try {
            return connection.ctx().req().isAsyncStarted();
        } catch (NullPointerException | IllegalStateException e) {
            return false;
        }
    }

    private void send(LiveFeed feed) {
        try {
            while (!connection.terminated()) {
                Message message = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    connection.sendComment("still here");
                } else {
                    connection.sendEvent(message.event, Json.writeText(message.data));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.remove(this);
            close();
        }
    }
}
