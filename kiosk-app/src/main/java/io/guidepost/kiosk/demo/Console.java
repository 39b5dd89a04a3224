package io.guidepost.kiosk.demo;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The backend's console as a browser uses it: HTTP and JSON with the console's token. Thread-safe.
 */
public final class Console {
    private static final int UNAUTHORISED = 401;

    private final Http http;
    private final String token;

    /**
     * @param base the console's address, ending with a slash
     */
    Console(URI base, String token) {
        this.http = new Http(base, Map.of("Authorization", "Bearer " + token));
        this.token = token;
    }

    /** Where a person opens it; the token in it is taken once and never shown again. */
    public URI address() {
        return http.base().resolve("console?token=" + token);
    }

    /** Whether it is there. */
    boolean answers() {
        int status = http.ask("api/kiosks").statusCode();
        if (status == UNAUTHORISED) {
            throw new DemoException("The console does not take the token of the data folder.");
        }
        return status == 200;
    }

    /** The JSON at a path, such as {@code api/sales}. */
    public JsonNode get(String path) {
        return http.get(path);
    }

    /** A change; the answer's JSON. */
    public JsonNode post(String path, Object body) {
        return http.post(path, body);
    }

    /** A change; the answer's JSON. */
    public JsonNode put(String path, Object body) {
        return http.put(path, body);
    }

    /** Takes a new kiosk in; the lines that belong into its properties file. */
    public String enrol(String kiosk, String group, String store) {
        return new String(
                http.postForText("api/kiosks", Map.of("id", kiosk, "group", group, "store", store)),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
