package io.guidepost.backend.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The console's own files, read once. Nothing else of the class path can be asked for. */
final class Assets {
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("index.html", "text/html; charset=utf-8"),
                    Map.entry("sign-in.html", "text/html; charset=utf-8"),
                    Map.entry("signed-in.html", "text/html; charset=utf-8"),
                    Map.entry("console.css", "text/css; charset=utf-8"),
                    Map.entry("icon.svg", "image/svg+xml"),
                    Map.entry("dom.js", "text/javascript; charset=utf-8"),
                    Map.entry("format.js", "text/javascript; charset=utf-8"),
                    Map.entry("views.js", "text/javascript; charset=utf-8"),
                    Map.entry("devices.js", "text/javascript; charset=utf-8"),
                    Map.entry("offers.js", "text/javascript; charset=utf-8"),
                    Map.entry("console.js", "text/javascript; charset=utf-8"));

    private final Map<String, byte[]> files = new TreeMap<>();

    Assets() {
        for (String name : TYPES.keySet()) {
            try (InputStream in = Assets.class.getResourceAsStream("/console/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("console/" + name + " is not in the program");
                }
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("console/" + name + " cannot be read", e);
            }
        }
    }

    /** What the page itself loads; holds no data, so nobody needs to be signed in for it. */
    void asset(Context context) {
        String name = context.pathParam("name");
        if (name.endsWith(".html") || !files.containsKey(name)) {
            context.status(HttpStatus.NOT_FOUND).result("no such file");
            return;
        }
        send(context, name);
        context.header("Cache-Control", "no-cache");
    }

    void send(Context context, String name) {
        context.contentType(type(name)).result(content(name));
    }

    /** For tests: the file as text. */
    String text(String name) {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    private byte[] content(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("asset: no file " + name);
        }
        return content;
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name, "application/octet-stream");
    }
}
