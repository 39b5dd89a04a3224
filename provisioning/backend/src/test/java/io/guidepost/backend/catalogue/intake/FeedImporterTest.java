package io.guidepost.backend.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.guidepost.backend.catalogue.CatalogueTables;
import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.backend.member.CodeDigest;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.member.Staff;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.money.Money;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedImporterTest {
    private static final GroupId GROUP = new GroupId("mall");
    private static final OfferId BREAD = new OfferId("shop:a-1");
    private static final String HEADER =
            "id\ttitle\tprice\tavailability\timage_link\tquantity\tgtin\n";

    @TempDir Path folder;
    private final SetClock clock = new SetClock(Instant.parse("2026-03-10T06:00:00Z"));
    private Database database;
    private CatalogueTables catalogue;
    private Members members;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("database"));
        database.useTransaction(
                h -> h.execute("insert into store_groups (id, name) values ('mall', 'Mall')"));
        catalogue = new CatalogueTables(database, folder.resolve("snapshots"), clock);
        members = new Members(database, new CodeDigest(new byte[32]));
        assertThat(
                        run(
                                        FeedKind.MERCHANTS,
                                        """
                                        {"merchants":[{"id":"shop","name":"Shop","region":"berlin",
                                        "city":"Berlin","address":"Arcade 1","category":"food"}]}
                                        """)
                                .committed())
                .isTrue();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aProductFeedBecomesOffersThatKiosksCanFetch() throws IOException {
        picture("bread.png", 1600, 1200);
        ImportReport report = run(FeedKind.PRODUCTS, bread("3.00 EUR", "bread.png", 7));
        assertThat(report.committed()).isTrue();
        assertThat(report.changed()).isPositive();

        Offer offer = offer(BREAD).orElseThrow();
        assertThat(offer.prices().online()).isEqualTo(eur(300));
        assertThat(offer.stock()).hasValue(7);
        Picture picture = offer.pictures().getFirst();
        BufferedImage kept =
                ImageIO.read(folder.resolve("pictures").resolve(picture.path()).toFile());
        assertThat(kept.getWidth()).isEqualTo(800);
        assertThat(kept.getHeight()).isEqualTo(600);

        OffersDocument document = catalogue.document(GROUP);
        assertThat(document.snapshot().version()).isEqualTo(document.version());
        assertThat(folder.resolve("snapshots"))
                .isDirectoryContaining(f -> f.getFileName().toString().endsWith(".ndjson.gz"));
        assertThat(document.changed()).as("the snapshot has it all").isEmpty();
    }

    @Test
    void aNewPriceIsRememberedAndTravelsInTheDocument() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        long before = catalogue.document(GROUP).version();
        assertThat(run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7)).changed())
                .as("the same feed again changes nothing")
                .isZero();
        assertThat(catalogue.document(GROUP).version()).isEqualTo(before);

        clock.move(Duration.ofDays(3));
        run(FeedKind.PRODUCTS, bread("2.50 EUR", "", 7));
        OffersDocument document = catalogue.document(GROUP);
        assertThat(document.version()).isEqualTo(before + 1);
        assertThat(document.changed()).extracting(Offer::id).containsExactly(BREAD);
        assertThat(document.history().getFirst().points())
                .extracting(p -> p.from() + " " + p.online())
                .containsExactly("2026-03-10 3.00 EUR", "2026-03-13 2.50 EUR");
    }

    @Test
    void aSaleBeginsAndEndsWithoutAnotherImport() {
        AtomicInteger published = new AtomicInteger();
        TimedSales sales =
                new TimedSales(database, clock, ZoneOffset.UTC, published::incrementAndGet);
        run(
                FeedKind.PRODUCTS,
                """
                id\ttitle\tprice\tavailability\tsale_price\tsale_price_effective_date\t%s\t%s
                a-1\tBread\t3.00 EUR\tin_stock\t2.50 EUR\t%s\tp:m:2.80 EUR\t500g
                """
                        .formatted(
                                "loyalty_program",
                                "unit_pricing_measure",
                                "2026-03-10T08:00Z/2026-03-11T08:00Z"));
        sales.switchPrices();
        assertThat(published).as("it has not begun").hasValue(0);
        assertPrices("3.00 EUR", "-", "2.80 EUR", "6.00 EUR");
        long before = catalogue.document(GROUP).version();

        clock.move(Duration.ofHours(2));
        sales.switchPrices();
        assertThat(published).hasValue(1);
        assertPrices("2.50 EUR", "3.00 EUR", "-", "5.00 EUR");
        OffersDocument document = catalogue.document(GROUP);
        assertThat(document.version()).isEqualTo(before + 1);
        assertThat(document.changed()).extracting(Offer::id).containsExactly(BREAD);

        clock.move(Duration.ofDays(1));
        sales.switchPrices();
        assertThat(published).hasValue(2);
        assertPrices("3.00 EUR", "-", "2.80 EUR", "6.00 EUR");
        assertThat(catalogue.document(GROUP).history().getFirst().points())
                .extracting(p -> p.from() + " " + p.online())
                .containsExactly("2026-03-10 2.50 EUR", "2026-03-11 3.00 EUR");
        clock.move(Duration.ofDays(1));
        sales.switchPrices();
        assertThat(published).as("once").hasValue(2);
    }

    private void assertPrices(String online, String regular, String member, String unit) {
        Offer offer = offer(BREAD).orElseThrow();
        assertThat(
                        List.of(
                                offer.prices().online().toString(),
                                offer.prices().regular().map(Money::toString).orElse("-"),
                                offer.prices().member().map(Money::toString).orElse("-"),
                                offer.unit().orElseThrow().price().toString()))
                .containsExactly(online, regular, member, unit);
    }

    @Test
    void aSaleOfTheFeedBeforeIsForgotten() {
        TimedSales sales = new TimedSales(database, clock, ZoneOffset.UTC, () -> {});
        run(
                FeedKind.PRODUCTS,
                """
                id\ttitle\tprice\tavailability\tsale_price\tsale_price_effective_date
                a-1\tBread\t3.00 EUR\tin_stock\t2.50 EUR\t2026-03-11/2026-03-20
                """);
        run(FeedKind.PRODUCTS, bread("3.20 EUR", "", 7));
        clock.move(Duration.ofDays(2));
        sales.switchPrices();
        assertThat(offer(BREAD).orElseThrow().prices().online()).isEqualTo(eur(320));
    }

    @Test
    void oneBrokenLineChangesNothingAtAll() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        String before = everything();
        for (String broken :
                List.of(
                        HEADER
                                + "a-1\tBread\t2.00 EUR\tin_stock\t\t1\t\n"
                                + "a-2\tRoll\t\tin_stock\t\t1\t\n",
                        HEADER
                                + "a-1\tBread\t2.00 EUR\tin_stock\t\t1\t\na-1\tTwin\t2.00"
                                + " EUR\tin_stock\t\t1\t\n",
                        HEADER + "a-1\tBread\t2.00 EUR\tin_stock\tnowhere.jpg\t1\t\n",
                        HEADER + "a-1\tBread\t2.00 EUR\tin_stock\t\t1\t4006381333932\n",
                        "<rss><channel><item><id>a-1</id><title>B</title><price>2.00"
                            + " EUR</price><availability>in_stock</availability></item><item>")) {
            ImportReport report = run(FeedKind.PRODUCTS, broken);
            assertThat(report.committed()).as(broken).isFalse();
            assertThat(report.problems()).as(broken).hasSize(1);
            assertThat(everything()).as(broken).isEqualTo(before);
        }
        List<String> kept =
                database.inTransaction(
                        h ->
                                h.createQuery(
                                                "select line || ' ' || field from import_errors"
                                                        + " order by line, field")
                                        .mapTo(String.class)
                                        .list());
        assertThat(kept).contains("3 price", "3 id", "2 image_link", "2 gtin");
    }

    @Test
    void fewBrokenLinesMayBeSkippedManyMayNot() {
        StringBuilder feed = new StringBuilder(HEADER);
        for (int i = 0; i < 30; i++) {
            feed.append("p-%02d\tThing\t1.00 EUR\tin_stock\t\t1\t\n".formatted(i));
        }
        String oneBroken = feed + "bad\tBad\t\tin_stock\t\t1\t\n";
        assertThat(run(FeedKind.PRODUCTS, oneBroken, lenient()).committed()).isTrue();
        assertThat(offer(new OfferId("shop:p-29"))).isPresent();
        assertThat(offer(new OfferId("shop:bad"))).isEmpty();
        ImportReport most = run(FeedKind.PRODUCTS, HEADER + "q\tQ\t\tin_stock\t\t1\t\n", lenient());
        assertThat(most.committed()).as("all lines are broken").isFalse();
    }

    @Test
    void aSkippedLineAndADeadPictureTakeNothingAway() throws IOException {
        picture("bread.png", 100, 100);
        picture("roll.png", 100, 100);
        String good =
                HEADER
                        + "a-1\tBread\t3.00 EUR\tin_stock\tbread.png\t7\t\n"
                        + "a-2\tRoll\t1.00 EUR\tin_stock\troll.png\t5\t\n";
        assertThat(run(FeedKind.PRODUCTS, good).committed()).isTrue();
        ImportReport report =
                run(
                        FeedKind.PRODUCTS,
                        HEADER
                                + "a-1\tBread\t3,20 EUR\tin_stock\tbread.png\t7\t\n"
                                + "a-2\tRoll\t1.20 EUR\tin_stock\tgone.png\t5\t\n",
                        lenient(0.5));
        assertThat(report.committed()).isTrue();
        assertThat(report.problems())
                .extracting(LineProblem::field)
                .containsExactly("price", "image_link");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(offer(BREAD).orElseThrow().prices().online())
                .as("the offer of the broken line stays as it was")
                .isEqualTo(eur(300));
        Offer roll = offer(new OfferId("shop:a-2")).orElseThrow();
        assertThat(roll.prices().online()).isEqualTo(eur(120));
        assertThat(roll.pictures()).as("kept until there is a new one").hasSize(1);
    }

    @Test
    void nothingEndsWhileALineCannotSayWhoseItIs() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        ImportReport report =
                run(
                        FeedKind.PRODUCTS,
                        HEADER + "a-2\tRoll\t1.00 EUR\tin_stock\t\t5\t\nnot a line\n",
                        lenient(0.5));
        assertThat(report.committed()).isTrue();
        assertThat(offer(BREAD)).as("the broken line may be this one").isPresent();
        run(FeedKind.PRODUCTS, HEADER + "a-2\tRoll\t1.00 EUR\tin_stock\t\t5\t\n");
        assertThat(offer(BREAD)).as("the next good feed ends it").isEmpty();
    }

    @Test
    void aPictureThatOnlyDripsIsGivenUp() throws IOException {
        HttpServer host =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.setExecutor(Thread::startVirtualThread);
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        host.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream body = exchange.getResponseBody()) {
                        do {
                            body.write(0);
                            body.flush();
                        } while (!over.await(100, TimeUnit.MILLISECONDS));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        host.start();
        try {
            String link = "http://127.0.0.1:" + host.getAddress().getPort() + "/%d.jpg";
            StringBuilder feed = new StringBuilder(HEADER);
            for (int i = 0; i < 10; i++) {
                feed.append(
                        "a-%d\tA\t1.00 EUR\tin_stock\t%s\t1\t\n".formatted(i, link.formatted(i)));
            }
            long started = System.nanoTime();
            ImportReport report =
                    run(
                            FeedKind.PRODUCTS,
                            feed.toString(),
                            lenient(0),
                            new PictureShelf(folder.resolve("pictures"), Duration.ofMillis(400)));
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(report.problems()).hasSize(10);
            assertThat(report.problems().getFirst().reason()).contains("20 MB");
            assertThat(report.problems().getLast().reason()).contains("does not answer");
            assertThat(asked).as("then its host is left alone").hasValue(3);
        } finally {
            over.countDown();
            host.stop(0);
        }
    }

    @Test
    void whatTheFeedDoesNotNameAnyMoreIsNotSoldAnyMore() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        catalogue.document(GROUP);
        run(FeedKind.PRODUCTS, HEADER + "a-2\tRoll\t1.00 EUR\tin_stock\t\t5\t\n");
        assertThat(offer(BREAD)).isEmpty();
        Offer ended =
                catalogue.document(GROUP).changed().stream()
                        .filter(o -> o.id().equals(BREAD))
                        .findFirst()
                        .orElseThrow();
        assertThat(ended.inStock()).as("kiosks with the old replica cannot sell it").isFalse();
    }

    @Test
    void picturesOutsideTheFeedsFolderAreNotRead() throws IOException {
        picture("../outside.png", 10, 10);
        ImportReport report = run(FeedKind.PRODUCTS, bread("3.00 EUR", "../outside.png", 1));
        assertThat(report.committed()).isFalse();
        assertThat(report.problems().getFirst())
                .extracting(LineProblem::field, LineProblem::reason)
                .containsExactly("image_link", "lies outside the feed's folder");
    }

    @Test
    void aRunningHoldLessensWhatTheDocumentSays() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        database.useTransaction(
                h ->
                        h.createUpdate(
                                        "insert into holds (id, kiosk_id, session, offer_id,"
                                            + " quantity, currency, amount_minor, state,"
                                            + " created_at, expires_at) values (random_uuid(),"
                                            + " 'k1', 's', 'shop:a-1', 2, 'EUR', 600, 'HELD', :now,"
                                            + " :end)")
                                .bind("now", clock.instant())
                                .bind("end", clock.instant().plusSeconds(60))
                                .execute());
        assertThat(offer(BREAD).orElseThrow().stock()).hasValue(5);
        clock.move(Duration.ofMinutes(2));
        assertThat(offer(BREAD).orElseThrow().stock()).hasValue(7);
    }

    @Test
    void slotsAreMadeForTwoWeeksAndToppedUp() {
        String salon =
                """
                {"services":[{"id":"cut","merchant":"shop","title":"Cut","category":"beauty",
                "price":"42.00 EUR","duration":"PT45M","zone":"Europe/Berlin",
                "slots":{"every":"PT30M","capacity":2},
                "opening":[{"days":["MON","TUE","WED","THU","FRI","SAT","SUN"],"from":"09:00",
                "until":"%s"}]}]}
                """;
        assertThat(run(FeedKind.SERVICES, salon.formatted("11:00")).committed()).isTrue();
        // 09:00, 09:30 and 10:00: the last ends at 10:45.
        assertThat(slots("not closed")).isEqualTo(14 * 3);
        SlotPlanner planner = new SlotPlanner(database, clock);
        planner.topUp();
        assertThat(slots("true")).as("again changes nothing").isEqualTo(14 * 3);
        clock.move(Duration.ofDays(1));
        planner.topUp();
        assertThat(slots("true")).isEqualTo(15 * 3);
        run(FeedKind.SERVICES, salon.formatted("10:00"));
        assertThat(
                        slots(
                                "not closed and starts_at > timestamp with time zone '2026-03-11"
                                        + " 06:00:00Z'"))
                .as("shorter hours close what lies outside")
                .isEqualTo(14);
    }

    @Test
    void slotsKeepTheClockTimeOverTheChangeToSummerTime() {
        clock.move(Duration.ofDays(17));
        run(
                FeedKind.SERVICES,
                """
                {"services":[{"id":"film","merchant":"shop","title":"Film","category":"cinema",
                "price":"9.00 EUR","duration":"PT2H","zone":"Europe/Berlin",
                "slots":{"at":["20:00"],"capacity":60},
                "opening":[{"days":["SAT","SUN"],"from":"10:00","until":"23:00"}]}]}
                """);
        List<String> starts =
                database.inTransaction(
                        h ->
                                h.createQuery("select id from slots order by starts_at limit 2")
                                        .mapTo(String.class)
                                        .list());
        assertThat(starts).containsExactly("shop:film:20260328T1900Z", "shop:film:20260329T1800Z");
    }

    @Test
    void reviewsFindTheirOffersByIdOrByNumber() {
        run(FeedKind.PRODUCTS, HEADER + "a-1\tBread\t3.00 EUR\tin_stock\t\t7\t4006381333931\n");
        ImportReport report =
                run(
                        FeedKind.REVIEWS,
                        "<feed><reviews>"
                                + review("r1", "<skus><sku>shop:a-1</sku></skus>")
                                + review("r2", "<gtins><gtin>4006381333931</gtin></gtins>")
                                + review("r3", "<skus><sku>shop:other</sku></skus>")
                                + "</reviews></feed>");
        assertThat(report.committed()).isTrue();
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(count("reviews where offer_id = 'shop:a-1'")).isEqualTo(2);
    }

    @Test
    void priceHistoryDropsPointsThatRepeatThePrice() {
        run(FeedKind.PRODUCTS, bread("3.00 EUR", "", 7));
        run(
                FeedKind.PRICE_HISTORY,
                """
                merchant\tid\tfrom\tprice
                shop\ta-1\t2026-01-01\t4.00 EUR
                shop\ta-1\t2026-02-20\t3.00 EUR
                """);
        assertThat(count("price_points where offer_id = 'shop:a-1'")).isEqualTo(2);
    }

    @Test
    void membersKeepTheirNumberOverImports() {
        MemberCode code = MemberCode.of(4_100_000_007L);
        String feed =
                "{\"members\":[{\"code\":\"%s\",\"name\":\"Ana"
                        + " %s\",\"tier\":\"Gold\",\"joined\":\"2026-01-01\"}]}";
        run(FeedKind.MEMBERS, feed.formatted(code.value(), "Morales"));
        var first = members.find(code.value()).orElseThrow();
        run(FeedKind.MEMBERS, feed.formatted(code.value(), "Berger"));
        var second = members.find(code.value()).orElseThrow();
        assertThat(second.ref()).isEqualTo(first.ref());
        assertThat(second.maskedName()).isEqualTo("A••• B.");
    }

    private static String review(String id, String ids) {
        return "<review><review_id>"
                + id
                + "</review_id><review_timestamp>2026-02-01T10:00:00Z</review_timestamp>"
                + "<content>Good.</content><ratings><overall>5</overall></ratings><products>"
                + "<product><product_ids>"
                + ids
                + "</product_ids></product></products></review>";
    }

    private static String bread(String price, String image, int quantity) {
        return HEADER + "a-1\tBread\t%s\tin_stock\t%s\t%d\t\n".formatted(price, image, quantity);
    }

    private ImportReport run(FeedKind kind, String feed) {
        return run(kind, feed, strict());
    }

    private ImportReport run(FeedKind kind, String feed, ImportRules rules) {
        return run(kind, feed, rules, new PictureShelf(folder.resolve("pictures")));
    }

    private ImportReport run(FeedKind kind, String feed, ImportRules rules, PictureShelf pictures) {
        try {
            Path file = Files.createDirectories(folder.resolve("feeds")).resolve("feed");
            Files.writeString(file, feed);
            return new FeedImporter(
                            database,
                            members,
                            new Staff(database, new CodeDigest(new byte[32]), clock),
                            pictures,
                            rules,
                            clock)
                    .run(ImportOrder.of(kind, file, Optional.of(new MerchantId("shop"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportRules strict() {
        return new ImportRules(GROUP, "EUR", ZoneOffset.UTC, false, 0.05);
    }

    private static ImportRules lenient() {
        return lenient(0.05);
    }

    private static ImportRules lenient(double maxBroken) {
        return new ImportRules(GROUP, "EUR", ZoneOffset.UTC, true, maxBroken);
    }

    private void picture(String name, int width, int height) throws IOException {
        Path file = Files.createDirectories(folder.resolve("feeds")).resolve(name);
        ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private Optional<Offer> offer(OfferId id) {
        return database.inTransaction(h -> catalogue.offer(h, id));
    }

    private int slots(String where) {
        return count("slots where " + where);
    }

    private int count(String fromWhere) {
        return database.inTransaction(
                h -> h.createQuery("select count(*) from " + fromWhere).mapTo(Integer.class).one());
    }

    /** What the catalogue's tables hold, as text. */
    private String everything() {
        return database.inTransaction(
                h -> {
                    StringBuilder all = new StringBuilder();
                    for (String table :
                            List.of(
                                    "offers",
                                    "stock",
                                    "stock_moves",
                                    "price_points",
                                    "offer_pictures",
                                    "catalogue_version",
                                    "snapshots")) {
                        all.append(table)
                                .append(
                                        h.createQuery("select * from " + table + " order by 1")
                                                .mapToMap()
                                                .list());
                    }
                    return all.toString();
                });
    }

    /** Stands still until it is moved. */
    private static final class SetClock extends Clock {
        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
