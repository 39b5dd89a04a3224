package io.guidepost.kiosk.demo;

import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks one of our programs over HTTP, as any client would. Thread-safe. */
final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI base;
    private final Map<String, String> headers;

    /**
     * @param base ends with a slash
     * @param headers sent each time
     */
    Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    URI base() {
        return base;
    }

    /** The answer to GET, whatever its status. */
    HttpResponse<byte[]> ask(String path) {
        return send(request(path).GET().build());
    }

    /** The JSON at a path. */
    JsonNode get(String path) {
        return Json.read(ok("GET", path, ask(path)), JsonNode.class);
    }

    /** The bytes at a path. */
    byte[] bytes(String path) {
        return ok("GET", path, ask(path));
    }

    /** Sends JSON; the answer's JSON, an empty object where there is none. */
    JsonNode post(String path, Object body) {
        return change("POST", path, body);
    }

    /** Sends JSON; the answer's bytes. */
    byte[] postForText(String path, Object body) {
        return ok("POST", path, tryChange("POST", path, body));
    }

    JsonNode put(String path, Object body) {
        return change("PUT", path, body);
    }

    /** The answer to a change, whatever its status. */
    HttpResponse<byte[]> tryChange(String method, String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                        .build());
    }

    private JsonNode change(String method, String path, Object body) {
        byte[] answer = ok(method, path, tryChange(method, path, body));
        return Json.read(answer.length == 0 ? new byte[] {'{', '}'} : answer, JsonNode.class);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private static byte[] ok(String method, String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
            throw new DemoException(
                    "%s %s answered %d: %s"
                            .formatted(
                                    method,
                                    path,
                                    answer.statusCode(),
                                    text.substring(0, Math.min(300, text.length()))));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new DemoException("Nobody answers at " + base + ".", e);
        } catch (IOException e) {
            throw new DemoException(request.uri() + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        }
    }
}
