package io.guidepost.kiosk.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kiosk's remote screen: look at it, and touch it where a finger would. Thread-safe. */
public final class KioskScreen {
    private final Http http;

    /**
     * @param base the remote screen's address, ending with a slash
     */
    KioskScreen(URI base, String token) {
        this.http = new Http(base, Map.of("Authorization", "Bearer " + token));
    }

    /**
     * A node on the screen, in the panel's pixels.
     *
     * @param text what can be read on it
     */
    public record Node(String id, double x, double y, double width, double height, String text) {}

    /** Whether the kiosk's screen can be seen. */
    boolean answers() {
        return http.ask("nodes").statusCode() == 200;
    }

    /** The screen as PNG. */
    public byte[] picture() {
        return http.bytes("screen.png");
    }

    /** The next picture that differs from the one with this tag; waits a while for it. */
    HttpResponse<byte[]> newer(String tag) {
        return http.ask("screen.png?since=" + tag);
    }

    /** The visible nodes that have an id, and the name of the screen. */
    public JsonNode nodes() {
        return http.get("nodes");
    }

    /** The name of the screen that is shown, such as {@code product}. */
    public String name() {
        return nodes().path("screen").asString("");
    }

    /** A visible node. */
    public Optional<Node> find(String id) {
        for (JsonNode node : nodes().path("nodes")) {
            if (node.path("id").asString("").equals(id)) {
                return Optional.of(
                        new Node(
                                id,
                                node.path("x").asDouble(),
                                node.path("y").asDouble(),
                                node.path("width").asDouble(),
                                node.path("height").asDouble(),
                                node.path("text").asString("")));
            }
        }
        return Optional.empty();
    }

    /** Waits for a node to be visible. */
    public Node await(String id, Duration limit) {
        return Wait.until("'" + id + "' on the screen", limit, () -> find(id));
    }

    /** Touches a point and lets go. */
    public void touch(double x, double y) {
        http.post("touch", Map.of("x", x, "y", y));
    }

    /** Touches the middle of a node once it is there. */
    public void touch(String id, Duration limit) {
        Node node = await(id, limit);
        touch(node.x() + node.width() / 2, node.y() + node.height() / 2);
    }
}
