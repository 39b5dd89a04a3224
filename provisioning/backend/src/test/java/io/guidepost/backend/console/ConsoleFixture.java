package io.guidepost.backend.console;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.insight.LiveItem;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.store.Database;
import io.guidepost.backend.telemetry.Fleet;
import io.guidepost.backend.web.OperatorToken;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.money.Money;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The console on a real port over a real database with one shop, one sale and one kiosk. */
final class ConsoleFixture implements AutoCloseable {
    static final OfferId RADIO = new OfferId("volt:radio-1");
    static final OfferId HAIRCUT = new OfferId("salon:cut-1");
    static final KioskId KIOSK = new KioskId("kiosk-1");
    static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">Radio & \"Co\"";

    private static final String DEVICES =
            "{\"printer\":\"READY\",\"scanner\":\"READY\",\"terminal\":\"DISCONNECTED\"}";

    final Database database;
    final Clock clock = Clock.system(ZoneId.of("Europe/Berlin"));
    final LiveStream stream = new LiveStream();
    final OperatorToken token;

    /** How often a changed catalogue was to be published. */
    final AtomicInteger published = new AtomicInteger();

    final CatalogueStore catalogue;
    final Fleet fleet;
    private final Console console;
    private final Javalin server;
    private final HttpClient http = HttpClient.newHttpClient();

    ConsoleFixture(Path folder) {
        database = Database.open(folder.resolve("database"));
        token = OperatorToken.in(folder.resolve("console.token"));
        catalogue = new CatalogueTables(database, folder.resolve("snapshots"), clock);
        fleet = new Fleet(database, clock);
        seed();
        console =
                new Console(database, catalogue, published::incrementAndGet, stream, token, clock);
        server =
                Javalin.start(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.concurrency.useVirtualThreads = true;
                            config.jetty.host = "127.0.0.1";
                            config.jetty.port = 0;
                            console.addTo(config.routes);
                        });
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(20));
    }

    /** With the bearer token. */
    HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + token.text());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(signed(path));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(signed(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpClient http() {
        return http;
    }

    /** What the inbox does with an event that a kiosk sent. */
    UUID receive(KioskEvent event) {
        UUID id = Ids.newId();
        database.useTransaction(
                h ->
                        h.createUpdate(
                                        "insert into inbox (source, id, type, session, happened_at,"
                                                + " received_at, data) values (:source, :id, :type,"
                                                + " null, :at, :now, :data)")
                                .bind("source", KIOSK)
                                .bind("id", id)
                                .bind("type", event.type())
                                .bind("at", event.at())
                                .bind("now", clock.instant())
                                .bind("data", Json.writeText(event))
                                .execute());
        stream.publish(new LiveItem.Happened(KIOSK, event, clock.instant()));
        return id;
    }

    /** Puts back what a test changed through the console. */
    void undoChanges() {
        published.set(0);
        execute("delete from device_reports", Map.of());
        execute("delete from device_streams", Map.of());
        execute("update kiosks set devices = :devices", Map.of("devices", DEVICES));
        execute("delete from campaigns", Map.of());
        execute("delete from price_points where from_day = :today", Map.of("today", today()));
        execute("update catalogue_version set version = 0", Map.of());
        execute(
                "update offers set version = 0, online_minor = 4999, unit_minor = 9998 where id ="
                        + " 'volt:radio-1'",
                Map.of());
    }

    static SessionId session() {
        return new SessionId("01900000-0000-7000-8000-000000000001");
    }

    private void seed() {
        Instant now = clock.instant();
        execute("insert into store_groups (id, name) values ('berlin', 'Berlin')", Map.of());
        execute(
                """
                insert into kiosks (id, group_id, secret_hash, enrolled_at, online, presence_at, app,
                    birth_at, devices, catalogue_version, outbox, disk_free_bytes)
                values ('kiosk-1', 'berlin', 'x', :now, true, :now, '0.1.0', :now,
                    :devices, 1, 3, 12000000000)
                """,
                Map.of("now", now, "devices", DEVICES));
        merchant("volt", "Volt Electronics", "electronics");
        merchant("salon", "Salon Süd", "beauty");
        offer(RADIO, "volt", "PRODUCT", HOSTILE, "04006381333931", 4_999, Optional.of(9_998L));
        offer(HAIRCUT, "salon", "SERVICE", "Haircut", null, 3_900, Optional.empty());
        execute("insert into stock (offer_id, units) values ('volt:radio-1', 12)", Map.of());
        point(RADIO, 60, 5_999);
        point(RADIO, 20, 4_999);
        execute(
                "insert into members (ref, code_hash, name, tier, joined_on) values ('m-0001',"
                        + " :hash, 'Anna Maria Müller', 'Gold', :day)",
                Map.of("hash", "0".repeat(64), "day", today()));
        execute(
                "insert into slots (id, offer_id, starts_at, ends_at, capacity) values ('slot-1',"
                        + " 'salon:cut-1', :at, :end, 2)",
                Map.of(
                        "at", now.plus(Duration.ofHours(3)),
                        "end", now.plus(Duration.ofHours(4))));
        sale(now.minusSeconds(300));
    }

    /** First look, two minutes later a hold, then the payment and the voucher. */
    private void sale(Instant look) {
        UUID hold = Ids.newId();
        UUID payment = Ids.newId();
        UUID booking = Ids.newId();
        Map<String, Object> all =
                Map.of(
                        "hold", hold,
                        "payment", payment,
                        "booking", booking,
                        "session", session(),
                        "look", look,
                        "held", look.plusSeconds(120),
                        "opened", look.plusSeconds(140),
                        "paid", look.plusSeconds(155),
                        "end", look.plus(Duration.ofDays(30)),
                        "day", look.plus(Duration.ofHours(1)));
        execute(
                "insert into looks (session, offer_id, kiosk_id, how, at) values (:session,"
                        + " 'salon:cut-1', 'kiosk-1', 'SCAN', :look)",
                all);
        execute(
                "insert into holds (id, kiosk_id, session, offer_id, slot_id, quantity, member,"
                        + " currency, amount_minor, state, created_at, expires_at) values (:hold,"
                        + " 'kiosk-1', :session, 'salon:cut-1', 'slot-1', 1, 'm-0001', 'EUR', 3900,"
                        + " 'BOOKED', :held, :day)",
                all);
        execute(
                "insert into payments (id, hold_id, kiosk_id, session, currency, amount_minor,"
                    + " reference, state, member, settled, opened_at, changed_at) values (:payment,"
                    + " :hold, 'kiosk-1', :session, 'EUR', 3900, 'PAY12345', 'CAPTURED', 'm-0001',"
                    + " true, :opened, :paid)",
                all);
        execute(
                "insert into bookings (id, payment_id, hold_id, kiosk_id, session, offer_id,"
                    + " slot_id, quantity, member, currency, amount_minor, booked_at) values"
                    + " (:booking, :payment, :hold, 'kiosk-1', :session, 'salon:cut-1', 'slot-1',"
                    + " 1, 'm-0001', 'EUR', 3900, :paid)",
                all);
        execute(
                "insert into vouchers (id, booking_id, payment_id, reference, token, valid_until,"
                    + " issued_at, printed) values (random_uuid(), :booking, :payment, 'VCH7K2QX',"
                    + " 'GPV1.secret-token', :end, :paid, 1)",
                all);
    }

    private void merchant(String id, String name, String category) {
        execute(
                "insert into merchants (id, name, region, city, address, category, certified)"
                        + " values (:id, :name, 'berlin', 'Berlin', 'Street 1', :category, true)",
                Map.of("id", id, "name", name, "category", category));
    }

    void offer(
            OfferId id,
            String merchant,
            String kind,
            String title,
            @org.jspecify.annotations.Nullable String gtin,
            long minor,
            Optional<Long> unit) {
        database.useTransaction(
                h ->
                        h.createUpdate(
                                        "insert into offers (id, merchant_id, kind, title,"
                                            + " description, category, gtin, currency,"
                                            + " online_minor, unit_minor, unit_per, version) values"
                                            + " (:id, :merchant, :kind, :title, 'd', 'c', :gtin,"
                                            + " 'EUR', :minor, :unit, '1 kg', 0)")
                                .bind("id", id)
                                .bind("merchant", merchant)
                                .bind("kind", kind)
                                .bind("title", title)
                                .bind("gtin", gtin)
                                .bind("minor", minor)
                                .bind("unit", unit.orElse(null))
                                .execute());
    }

    private void point(OfferId id, int daysAgo, long minor) {
        execute(
                "insert into price_points (offer_id, from_day, currency, online_minor) values (:id,"
                        + " :day, 'EUR', :minor)",
                Map.of("id", id, "day", today().minusDays(daysAgo), "minor", minor));
    }

    private void execute(String sql, Map<String, ?> values) {
        database.useTransaction(h -> h.createUpdate(sql).bindMap(values).execute());
    }

    static Money euro(long minor) {
        return Money.of(minor, "EUR");
    }

    @Override
    public void close() {
        console.close();
        server.stop();
        http.shutdownNow();
        database.close();
    }
}
