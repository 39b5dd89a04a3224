package io.guidepost.kiosk.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kiosk's remote screen: look at it, and touch it where a finger would. Thread-safe. */
public final class KioskScreen {
    private static final Duration REST_LIMIT = Duration.ofSeconds(2);
    private static final Duration PHOTOS_LIMIT = Duration.ofSeconds(8);
    private static final long REST_STEP_MILLIS = 80;
    private static final int LOOKS_AT_REST = 4;

    private final Http http;

    /**
     * @param base the remote screen's address, ending with a slash
     */
    KioskScreen(URI base) {
        this.http = new Http(base, Map.of());
    }

    /**
     * A node, in the panel's pixels.
     *
     * @param text what can be read on it
     * @param disabled shown, but does nothing
     * @param onGlass whether its middle can be touched: not hidden by the edge of a page
     * @param above whether it is further up on the page, where it is not on the glass
     */
    public record Node(
            String id,
            double x,
            double y,
            double width,
            double height,
            String text,
            boolean disabled,
            boolean onGlass,
            boolean above) {
        private static Node of(JsonNode node) {
            return new Node(
                    node.path("id").asString(""),
                    node.path("x").asDouble(),
                    node.path("y").asDouble(),
                    node.path("width").asDouble(),
                    node.path("height").asDouble(),
                    node.path("text").asString(""),
                    node.path("disabled").asBoolean(false),
                    node.path("onGlass").asBoolean(true),
                    node.path("above").asBoolean(false));
        }
    }

    /** Whether the kiosk's screen can be seen. */
    boolean answers() {
        return http.ask("nodes").statusCode() == 200;
    }

    /**
     * The screen as PNG, when it has come to rest: photos loaded and nothing on the move. A screen
     * that never rests is taken as it is when the time is over.
     */
    public byte[] picture() {
        long photos = System.nanoTime() + PHOTOS_LIMIT.toNanos();
        while (nodes().path("photosUnderWay").asInt(0) > 0 && System.nanoTime() < photos) {
            Wait.pause(REST_STEP_MILLIS);
        }
        long end = System.nanoTime() + REST_LIMIT.toNanos();
        byte[] last = http.bytes("screen.png");
        int alike = 1;
        while (alike < LOOKS_AT_REST && System.nanoTime() < end) {
            Wait.pause(REST_STEP_MILLIS);
            byte[] next = http.bytes("screen.png");
            alike = Arrays.equals(last, next) ? alike + 1 : 1;
            last = next;
        }
        return last;
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

    /** The nodes of the screen. */
    public List<Node> all() {
        List<Node> all = new ArrayList<>();
        nodes().path("nodes").forEach(node -> all.add(Node.of(node)));
        return all;
    }

    /** A node of the screen. */
    public Optional<Node> find(String id) {
        return all().stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** Waits for a node to be visible. */
    public Node await(String id, Duration limit) {
        return Wait.until("'" + id + "' on the screen", limit, () -> find(id));
    }

    /** Touches a point and lets go. */
    public void touch(double x, double y) {
        http.post("touch", Map.of("x", x, "y", y));
    }

    /** Touches the middle of a node. */
    public void touch(Node node) {
        touch(node.x() + node.width() / 2, node.y() + node.height() / 2);
    }

    /**
     * Swipes over the middle of the screen.
     *
     * @param part of the screen's height, negative for upwards
     */
    public void swipe(double part) {
        http.post("swipe", Map.of("part", part));
    }
}
