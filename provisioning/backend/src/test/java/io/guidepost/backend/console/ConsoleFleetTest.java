package io.guidepost.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.backend.fixture.TestMall;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Console and kiosks through a whole backend: HTTP on one side, MQTT on the other. */
class ConsoleFleetTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir static Path folder;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static BackendFixture backend;
    private static TestKiosk kiosk;
    private static TestMall mall;

    @BeforeAll
    static void start() {
        backend = BackendFixture.fresh(folder);
        kiosk = backend.kiosk("kiosk-1");
        kiosk.subscribe(BackendFixture.TOPICS.offers(BackendFixture.GROUP));
        mall = TestMall.in(backend.core());
    }

    @AfterAll
    static void stop() {
        kiosk.close();
        // A page is still open: stopping must not wait for it.
        assertTimeoutPreemptively(Duration.ofSeconds(60), backend::close);
        HTTP.shutdownNow();
    }

    @Test
    void aChangedPriceReachesTheKiosk() throws Exception {
        post(
                "offers/" + mall.honey() + "/price",
                Map.of("price", "6.49", "was", TestMall.HONEY_MINOR));
        await().atMost(SOON)
                .until(
                        () ->
                                kioskHas(
                                        d ->
                                                d.changed().stream()
                                                        .anyMatch(
                                                                o ->
                                                                        o.id().equals(mall.honey())
                                                                                && o.prices()
                                                                                                .online()
                                                                                                .minor()
                                                                                        == 649)));
        assertThat(
                        kioskHas(
                                d ->
                                        d.history().stream()
                                                .anyMatch(h -> h.offer().equals(mall.honey()))))
                .as("with its place in the price history")
                .isTrue();
    }

    @Test
    void aCampaignReachesTheKioskAndGoesAgain() throws Exception {
        record Made(String id) {}
        String answer =
                post(
                        "campaigns",
                        Map.of(
                                "group", BackendFixture.GROUP.value(),
                                "headline", "Honey week",
                                "text", "Taste it.",
                                "offer", mall.honey().value(),
                                "until", Instant.now().plus(Duration.ofDays(2)).toString()));
        String id = Json.read(answer, Made.class).id();
        await().atMost(SOON)
                .until(
                        () ->
                                kioskHas(
                                        d ->
                                                d.campaigns().stream()
                                                        .anyMatch(c -> c.id().equals(id))));
        long shown = newest().version();
        post("campaigns/" + id + "/end", Map.of());
        await().atMost(SOON)
                .until(
                        () ->
                                newest().version() > shown
                                        && newest().campaigns().stream()
                                                .noneMatch(c -> c.id().equals(id)));
    }

    @Test
    void anEventOfAKioskReachesThePage() {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        var _ =
                HTTP.sendAsync(
                        request("live").header("Accept", "text/event-stream").build(),
                        HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        await().atMost(Duration.ofSeconds(10)).until(() -> lines.contains(": open"));
        UUID id =
                kiosk.send(
                        new KioskEvent.OfferViewed(
                                new SessionId(UUID.randomUUID().toString()),
                                mall.honey(),
                                KioskEvent.How.SCAN,
                                Instant.now()));
        await().atMost(SOON)
                .until(
                        () ->
                                lines.stream()
                                        .anyMatch(
                                                l ->
                                                        l.contains(id.toString())
                                                                && l.contains("Honey")));
    }

    private static boolean kioskHas(Predicate<OffersDocument> wanted) {
        return documents().stream().anyMatch(wanted);
    }

    private static OffersDocument newest() {
        return documents().getLast();
    }

    private static List<OffersDocument> documents() {
        String topic = BackendFixture.TOPICS.offers(BackendFixture.GROUP);
        return kiosk.received().stream()
                .filter(m -> m.getTopic().toString().equals(topic))
                .map(m -> Json.read(m.getPayloadAsBytes(), OffersDocument.class))
                .toList();
    }

    private static String post(String path, Map<String, ?> body) throws Exception {
        HttpResponse<String> answer =
                HTTP.send(
                        request(path)
                                .POST(HttpRequest.BodyPublishers.ofString(Json.writeText(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }

    private static HttpRequest.Builder request(String path) {
        try {
            String token = Files.readString(folder.resolve("console.token")).strip();
            URI base = backend.backend().addresses().http();
            return HttpRequest.newBuilder(base.resolve("console/api/" + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
