package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.json.Json;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.remote.RemoteScreen;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The screen over real HTTP: looked at, touched and swiped from outside. */
final class RemoteScreenTest {
    @TempDir static Path photos;
    private final HttpClient http = HttpClient.newHttpClient();
    private Rig rig;
    private RemoteScreen remote;

    @BeforeEach
    void open() {
        rig = new Rig(new Panel(1080, 1920, 3.6), Lang.EN, photos);
        remote =
                RemoteScreen.start(
                        new RemoteScreen.Source(
                                rig.panel(),
                                rig.frame(),
                                rig.name(),
                                new LiveValue<>(Optional.of(Duration.ofMillis(700)))),
                        0,
                        Optional.of("secret"),
                        UiExecutor.javafx());
    }

    @AfterEach
    void close() {
        remote.close();
        rig.close();
        http.close();
    }

    @Test
    void whoHasNoTokenSeesNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("screen.png")).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePictureHasThePanelsPixels() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(get("screen.png").body()));
        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(1920);
    }

    @Test
    void aNewerPictureComesWhenTheScreenChanges() throws Exception {
        String tag = get("screen.png").headers().firstValue("ETag").orElseThrow();
        post("touch", "{\"x\":500,\"y\":500}");
        HttpResponse<byte[]> newer = get("screen.png?since=" + tag);
        assertThat(newer.statusCode()).isEqualTo(200);
        assertThat(newer.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void aTouchWakesAndASwipeScrolls() throws Exception {
        assertThat(report().path("screen").asString()).isEqualTo("attract");
        assertThat(report().path("firstFrameMillis").asLong()).isEqualTo(700);
        post("touch", "{\"x\":500,\"y\":500}");
        rig.awaitScreen("home");
        rig.text("category-beauty");
        double before = y("category-beauty");
        post("swipe", "{\"part\":-0.3}");
        await().untilAsserted(() -> assertThat(y("category-beauty")).isLessThan(before - 400));
        assertThat(rig.screen()).isEqualTo("home");
    }

    @Test
    void aPointOffThePanelIsRefusedWithItsLimit() throws Exception {
        HttpResponse<byte[]> answer = post("touch", "{\"x\":5000,\"y\":1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("x")
                .contains("1080");
    }

    private double y(String id) throws IOException, InterruptedException {
        for (JsonNode node : report().path("nodes")) {
            if (node.path("id").asString("").equals(id)) {
                return node.path("y").asDouble();
            }
        }
        throw new AssertionError(id + " is not on the screen");
    }

    private JsonNode report() throws IOException, InterruptedException {
        return Json.read(get("screen.json").body(), JsonNode.class);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer secret").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String json)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer secret")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + remote.port() + "/" + path);
    }
}
