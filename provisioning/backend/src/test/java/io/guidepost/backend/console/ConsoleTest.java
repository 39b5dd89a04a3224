package io.guidepost.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.backend.fixture.TestDevices;
import io.guidepost.backend.telemetry.KioskDevices;
import io.guidepost.backend.telemetry.KioskStatus;
import io.guidepost.backend.web.OperatorToken;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.contract.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's interface as a browser and a program meet it, over HTTP. */
class ConsoleTest {
    @TempDir static Path folder;
    private static ConsoleFixture console;

    @BeforeAll
    static void start() {
        console = new ConsoleFixture(folder);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void undo() {
        console.undoChanges();
    }

    // Who may come in --------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "kiosks",
                "kiosks/kiosk-1/devices",
                "events",
                "sales",
                "offers",
                "groups",
                "campaigns",
                "live"
            })
    void nothingIsToldWithoutTheToken(String name) throws Exception {
        for (HttpRequest.Builder request :
                List.of(
                        console.request("/console/api/" + name),
                        console.request("/console/api/" + name + "?token=" + console.token.text()),
                        console.request("/console/api/" + name)
                                .header("Authorization", "Bearer " + "x".repeat(43)),
                        console.request("/console/api/" + name)
                                .header("Cookie", Access.COOKIE + "=" + console.token.text()))) {
            HttpResponse<String> answer = console.send(request);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("kiosk-1", "Radio");
        }
    }

    @Test
    void aClearPageAsksForTheToken() throws Exception {
        HttpResponse<String> page = console.send(console.request("/console"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("text/html");
        assertThat(page.body()).contains("console.token");
        assertThat(console.send(console.request("/console?token=wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theTokenInTheAddressBecomesAStrictCookie() throws Exception {
        HttpResponse<String> page =
                console.send(console.request("/console?token=" + console.token.text()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(console.token.text());
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Path=/console")
                .doesNotContain(console.token.text());
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(console.send(console.request("/console").header("Cookie", pair)).body())
                .contains("console.js");
        assertThat(
                        console.send(console.request("/console/api/kiosks").header("Cookie", pair))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSignInFormWorksFromTheConsoleAlone() throws Exception {
        assertThat(signIn(console.address("").toString(), console.token.text()).statusCode())
                .isEqualTo(303);
        assertThat(signIn(console.address("").toString(), "wrong").statusCode()).isEqualTo(401);
        assertThat(signIn("https://elsewhere.example", console.token.text()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void otherSitesChangeNothing() throws Exception {
        String cookie = Access.COOKIE + "=" + Access.derive(console.token.text());
        String change = "{\"price\":\"1.00\",\"was\":4999}";
        for (String origin : List.of("https://elsewhere.example", "null", "http://127.0.0.1:1")) {
            assertThat(price(cookie, origin, change).statusCode()).as(origin).isEqualTo(403);
        }
        HttpResponse<String> none =
                console.send(
                        console.request("/console/api/offers/volt:radio-1/price")
                                .header("Cookie", cookie)
                                .POST(HttpRequest.BodyPublishers.ofString(change)));
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(price(cookie, console.address("").toString(), change).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTokenIsLongPrivateAndKept() throws Exception {
        Path file = folder.resolve("console.token");
        assertThat(console.token.text()).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(OperatorToken.in(file).text()).isEqualTo(console.token.text());
        Files.writeString(file, "short");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> OperatorToken.in(file))
                .hasMessageContaining("at least 32");
    }

    @Test
    void everyAnswerIsHardened() throws Exception {
        for (String path :
                List.of("/console", "/console/assets/console.js", "/console/api/kiosks")) {
            HttpResponse<String> answer = console.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        for (String path :
                List.of("index.html", "..%2f..%2fconsole.token", "%2e%2e/console.token", "x.js")) {
            assertThat(console.get("/console/assets/" + path).statusCode()).isIn(400, 404);
        }
    }

    // What is shown ----------------------------------------------------------------------------

    @Test
    void devicesTellTheirEvidence() throws Exception {
        assertThat(console.get("/console/api/kiosks/kiosk-1/devices").statusCode()).isEqualTo(404);
        assertThat(console.get("/console/api/kiosks/UPPER/devices").statusCode()).isEqualTo(400);
        Instant now = console.clock.instant();
        console.fleet.devices(
                ConsoleFixture.KIOSK,
                TestDevices.batch(
                        UUID.randomUUID(),
                        3,
                        now,
                        TestDevices.printer(State.READY, Optional.empty(), now),
                        TestDevices.scanner(now)));

        KioskDevices told =
                read(console.get("/console/api/kiosks/kiosk-1/devices"), KioskDevices.class);
        assertThat(told.devices()).hasSize(2);
        assertThat(told.missed()).isEqualTo(2);
        assertThat(told.devices().getFirst().counters().values()).containsEntry("pages", 1_204L);
    }

    @Test
    void kiosksTellTheirState() throws Exception {
        KioskStatus kiosk = read(console.get("/console/api/kiosks"), KioskStatus[].class)[0];
        assertThat(kiosk.id()).isEqualTo(ConsoleFixture.KIOSK);
        assertThat(kiosk.online()).isTrue();
        assertThat(kiosk.outbox()).isEqualTo(3);
        assertThat(kiosk.devices())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("printer", "READY", "scanner", "READY", "terminal", "DISCONNECTED"));
    }

    @Test
    void aSaleIsTiedToKioskMemberAndFirstLook() throws Exception {
        HttpResponse<String> answer = console.get("/console/api/sales");
        SaleTrails.SaleView sale = read(answer, SaleTrails.Page.class).sales().getFirst();
        assertThat(sale.kiosk()).isEqualTo(ConsoleFixture.KIOSK);
        assertThat(sale.title()).contains("Haircut");
        assertThat(sale.state()).isEqualTo("CAPTURED");
        assertThat(sale.member()).contains(new SaleTrails.MemberView("A••• M.", "Gold"));
        assertThat(sale.voucher().orElseThrow().reference()).isEqualTo("VCH7K2QX");
        assertThat(sale.timeline().stream().map(SaleTrails.Step::what))
                .containsExactly("LOOK", "HELD", "OPENED", "CAPTURED", "BOOKED", "VOUCHER");
        assertThat(answer.body())
                .as("neither the name, the member's number nor the voucher's token")
                .doesNotContain("Anna", "Müller", "m-0001", "secret-token");
    }

    @Test
    void theDayIsCounted() throws Exception {
        refuse("up/evt/scan-refused", false, Duration.ZERO);
        refuse("up/evt/payment-captured", true, Duration.ofDays(3));
        Overview.View day = read(console.get("/console/api/overview"), Overview.View.class);
        assertThat(day.kiosks()).isEqualTo(1);
        assertThat(day.online()).isEqualTo(1);
        assertThat(day.offers()).isEqualTo(2);
        assertThat(day.zone()).isEqualTo("Europe/Berlin");
        assertThat(day.refusedMessages()).isEqualTo(1);
        assertThat(day.refusedMoney()).as("of any day").isEqualTo(1);
    }

    private static void refuse(String topic, boolean money, Duration ago) {
        console.database.useTransaction(
                h ->
                        h.execute(
                                "insert into refused_messages (id, source, topic, reason,"
                                        + " received_at, data, money) values (?, 'kiosk-1', ?,"
                                        + " 'a reason', ?, ?, ?)",
                                UUID.randomUUID(),
                                topic,
                                console.clock.instant().minus(ago),
                                new byte[0],
                                money));
    }

    @ParameterizedTest
    @CsvSource({
        "radio, 1",
        "4006381333931, 1",
        "SALON, 1",
        "volt:radio, 1",
        "'', 2",
        "%, 0",
        "_, 0",
        "!, 0",
        "zzz, 0"
    })
    void offersAreFound(String words, int hits) throws Exception {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        Offers.Page page = read(console.get("/console/api/offers?q=" + query), Offers.Page.class);
        assertThat(page.total()).isEqualTo(hits);
        assertThat(page.offers()).hasSize(hits);
    }

    @ParameterizedTest
    @CsvSource({"offers?page=-1, page", "offers?page=999999, page", "sales?before=now, before"})
    void badQuestionsNameTheField(String path, String field) throws Exception {
        refused(console.get("/console/api/" + path), 400, field);
        refused(console.get("/console/api/offers?q=" + "x".repeat(101)), 400, "q");
    }

    @Test
    void hostileTitlesArriveAsTextOnly() throws Exception {
        HttpResponse<String> answer = console.get("/console/api/offers?q=radio");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/json;charset=utf-8");
        assertThat(answer.body()).doesNotContain("<", ">", "&").contains("\\u003cimg src=x");
        assertThat(read(answer, Offers.Page.class).offers().getFirst().title())
                .isEqualTo(ConsoleFixture.HOSTILE);
    }

    /** The page builds itself from text nodes; nothing in it can read a text as markup or code. */
    @ParameterizedTest
    @ValueSource(strings = {"dom.js", "format.js", "views.js", "offers.js", "console.js"})
    void thePageHasNoWayToReadTextAsMarkup(String name) {
        assertThat(new Assets().text(name))
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new"
                            + " Function|DOMParser|createContextualFragment|srcdoc|javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "sign-in.html", "signed-in.html", "console.css"})
    void thePageAsksNobodyElse(String name) {
        assertThat(new Assets().text(name))
                .doesNotContainPattern("https?://|//[a-z]|<script>|style=| on[a-z]+=\"");
    }

    // What is changed --------------------------------------------------------------------------

    @Test
    void aPriceChangeIsPublishedAndRemembered() throws Exception {
        HttpResponse<String> answer =
                console.post(
                        "/console/api/offers/volt:radio-1/price",
                        "{\"price\":\"44.99\",\"was\":4999}");
        assertThat(answer.statusCode()).isEqualTo(200);
        Offers.OfferView now = read(answer, Offers.OfferView.class);
        assertThat(now.online()).isEqualTo(ConsoleFixture.euro(4_499));
        assertThat(now.version()).isEqualTo(1);
        assertThat(console.published.get()).isEqualTo(1);
        assertThat(points())
                .containsExactly(
                        console.today().minusDays(60) + " 5999",
                        console.today().minusDays(20) + " 4999",
                        console.today() + " 4499");
        assertThat(number("select unit_minor from offers where id = 'volt:radio-1'"))
                .as("the unit price moves in proportion")
                .isEqualTo(8_998);
    }

    @Test
    void theLastPriceOfADayIsTheDaysPrice() throws Exception {
        String path = "/console/api/offers/volt:radio-1/price";
        assertThat(console.post(path, "{\"price\":\"44.99\",\"was\":4999}").statusCode())
                .isEqualTo(200);
        assertThat(console.post(path, "{\"price\":\"39.99\",\"was\":4499}").statusCode())
                .isEqualTo(200);
        assertThat(points()).hasSize(3).last().isEqualTo(console.today() + " 3999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "0.001",
                "1000000.01",
                "abc",
                "1e3",
                "999999999999999999999999999999",
                "1,99"
            })
    void aBadPriceIsRefusedWithFieldAndLimit(String price) throws Exception {
        HttpResponse<String> answer =
                console.post(
                        "/console/api/offers/volt:radio-1/price",
                        Json.writeText(Map.of("price", price, "was", 4999)));
        refused(answer, 400, "price");
        assertThat(read(answer, Refusal.class).limit()).contains("0.01 EUR", "1000000.00 EUR");
        assertThat(console.published.get()).isZero();
        assertThat(points()).hasSize(2);
    }

    @Test
    void whoComesSecondIsTold() throws Exception {
        HttpResponse<String> answer =
                console.post(
                        "/console/api/offers/volt:radio-1/price",
                        "{\"price\":\"44.99\",\"was\":1}");
        refused(answer, 409, "was");
        assertThat(answer.body()).contains("49.99 EUR");
        refused(
                console.post("/console/api/offers/volt:none/price", "{\"price\":\"1\",\"was\":1}"),
                404,
                "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"price\":{},\"was\":1}", "null"})
    void aBrokenBodyIsRefused(String body) throws Exception {
        HttpResponse<String> answer = console.post("/console/api/offers/volt:radio-1/price", body);
        refused(answer, 400, "body");
    }

    @Test
    void aCampaignIsPublishedAndEnded() throws Exception {
        HttpResponse<String> answer =
                console.post("/console/api/campaigns", campaign(Map.of("offer", "volt:radio-1")));
        assertThat(answer.statusCode()).isEqualTo(201);
        record Made(String id) {}
        String id = read(answer, Made.class).id();
        assertThat(console.published.get()).isEqualTo(1);
        assertThat(number("select version from catalogue_version")).isEqualTo(1);
        Campaigns.CampaignView shown = campaigns()[0];
        assertThat(shown.headline()).isEqualTo("Summer");
        assertThat(shown.offerTitle()).contains(ConsoleFixture.HOSTILE);

        String end = "/console/api/campaigns/" + id + "/end";
        assertThat(console.post(end, "{}").statusCode()).isEqualTo(204);
        assertThat(console.published.get()).isEqualTo(2);
        assertThat(console.post(end, "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "headline, ''",
        "headline, "
            + "123456789012345678901234567890123456789012345678901234567890123456789012345678901",
        "text, '  '",
        "group, nowhere",
        "offer, volt:none",
        "until, 2020-01-01T00:00:00Z",
        "until, 2999-01-01T00:00:00Z",
        "until, tomorrow",
    })
    void aBadCampaignIsRefusedWithFieldAndLimit(String field, String value) throws Exception {
        refused(console.post("/console/api/campaigns", campaign(Map.of(field, value))), 400, field);
        assertThat(console.published.get()).isZero();
        assertThat(campaigns()).isEmpty();
    }

    // What happens now -------------------------------------------------------------------------

    @Test
    void anEventReachesThePage() {
        ConcurrentLinkedQueue<String> lines = listen();
        UUID id =
                console.receive(
                        new KioskEvent.OfferViewed(
                                ConsoleFixture.session(),
                                ConsoleFixture.RADIO,
                                KioskEvent.How.SCAN,
                                Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lines.stream().anyMatch(l -> l.contains(id.toString())));
        assertThat(lines.stream().filter(l -> l.contains(id.toString())).toList())
                .singleElement()
                .asString()
                .contains("offer-viewed", "volt:radio-1")
                .doesNotContain(ConsoleFixture.session().value());
    }

    @Test
    void aBurstArrivesOnceEach() {
        ConcurrentLinkedQueue<String> lines = listen();
        List<UUID> sent =
                java.util.stream.IntStream.range(0, 100)
                        .mapToObj(
                                i ->
                                        console.receive(
                                                new KioskEvent.SessionStarted(
                                                        ConsoleFixture.session(), Instant.now())))
                        .toList();
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            String all = String.join("\n", lines);
                            return sent.stream().allMatch(id -> all.contains(id.toString()));
                        });
        for (UUID id : sent) {
            assertThat(lines.stream().filter(l -> l.contains(id.toString()))).hasSize(1);
        }
    }

    @Test
    void aChangedPriceTellsOpenPages() throws Exception {
        ConcurrentLinkedQueue<String> lines = listen();
        console.post(
                "/console/api/offers/volt:radio-1/price", "{\"price\":\"44.99\",\"was\":4999}");
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                lines.stream()
                                        .anyMatch(
                                                l -> l.contains("parts") && l.contains("offers")));
    }

    /** Lines of the live stream; comes back when it is open. */
    private ConcurrentLinkedQueue<String> listen() {
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        var _ =
                console.http()
                        .sendAsync(
                                console.signed("/console/api/live")
                                        .header("Accept", "text/event-stream")
                                        .timeout(Duration.ofMinutes(1))
                                        .build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> lines.stream().anyMatch(l -> l.equals(": open")));
        return lines;
    }

    private static String campaign(Map<String, String> changed) {
        Map<String, Object> all =
                new java.util.HashMap<>(
                        Map.of(
                                "group", "berlin",
                                "headline", "Summer",
                                "text", "Everything for the lake",
                                "until", Instant.now().plus(Duration.ofDays(7)).toString()));
        all.putAll(changed);
        return Json.writeText(all);
    }

    private HttpResponse<String> price(String cookie, String origin, String body) throws Exception {
        return console.send(
                console.request("/console/api/offers/volt:radio-1/price")
                        .header("Cookie", cookie)
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> signIn(String origin, String token) throws Exception {
        return console.send(
                console.request("/console/sign-in")
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + token)));
    }

    private static void refused(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Refusal refusal = read(answer, Refusal.class);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.limit()).isNotBlank();
    }

    private List<String> points() {
        return console.database.inTransaction(
                h ->
                        h.createQuery(
                                        "select from_day, online_minor from price_points where"
                                                + " offer_id = 'volt:radio-1' order by from_day")
                                .map(
                                        r ->
                                                r.getColumn("from_day", String.class)
                                                        + " "
                                                        + r.getColumn("online_minor", Long.class))
                                .list());
    }

    private long number(String sql) {
        return console.database.inTransaction(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    private Campaigns.CampaignView[] campaigns() throws Exception {
        return read(console.get("/console/api/campaigns"), Campaigns.CampaignView[].class);
    }

    private record Refusal(String error, String field, String limit) {}

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        return Json.read(answer.body(), type);
    }
}
