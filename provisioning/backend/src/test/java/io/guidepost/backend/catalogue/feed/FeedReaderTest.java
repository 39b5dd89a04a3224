package io.guidepost.backend.catalogue.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.money.UnitPrice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String HEADER =
            "id\ttitle\tprice\tavailability\tgtin\tsale_price\tsale_price_effective_date"
                + "\tunit_pricing_measure\tunit_pricing_base_measure\tloyalty_program\tquantity";

    private final List<FeedLine> lines = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();

    @TempDir Path folder;

    @Test
    void readsGooglesProductFeedAsRss() {
        read(
                FeedKind.PRODUCTS,
                """
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
                <channel><title>Shop</title><description>no entry</description>
                <item>
                  <g:id>oil-1</g:id>
                  <title>Olive &amp; oil</title>
                  <description><![CDATA[<p>Cold   pressed</p>]]></description>
                  <g:image_link>a.jpg</g:image_link>
                  <g:additional_image_link>b.jpg</g:additional_image_link>
                  <g:availability>in_stock</g:availability>
                  <g:price>12.00 EUR</g:price>
                  <g:sale_price>9.00 EUR</g:sale_price>
                  <g:sale_price_effective_date>2026-03-01T00:00+0100/2026-03-20T00:00+0100</g:sale_price_effective_date>
                  <g:gtin>4006381333931</g:gtin>
                  <g:brand>Alto</g:brand>
                  <g:product_type>Grocery &gt; Oils &amp; vinegars</g:product_type>
                  <g:unit_pricing_measure>750ml</g:unit_pricing_measure>
                  <g:unit_pricing_base_measure>1l</g:unit_pricing_base_measure>
                  <g:loyalty_program><g:program_label>x</g:program_label><g:price>8.50 EUR</g:price></g:loyalty_program>
                </item></channel></rss>
                """);
        assertThat(problems).isEmpty();
        assertThat(lines)
                .containsExactly(
                        new FeedLine.OfProduct(
                                4,
                                new OfferId("shop:oil-1"),
                                new FeedLine.Texts(
                                        "Olive & oil",
                                        "Cold pressed",
                                        Optional.of("Alto"),
                                        "grocery"),
                                Optional.of(Gtin.parse("4006381333931")),
                                new Prices(
                                        eur(900),
                                        Optional.of(eur(1200)),
                                        Optional.empty(),
                                        Optional.of(eur(850))),
                                Optional.of(new UnitPrice(eur(1200), "1 l")),
                                Optional.empty(),
                                List.of("a.jpg", "b.jpg"),
                                Optional.of(
                                        new FeedLine.Sale(
                                                Instant.parse("2026-02-28T23:00:00Z"),
                                                Instant.parse("2026-03-19T23:00:00Z"),
                                                new FeedLine.Cost(
                                                        new Prices(
                                                                eur(1200),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.of(eur(850))),
                                                        Optional.of(
                                                                new UnitPrice(eur(1600), "1 l"))),
                                                new FeedLine.Cost(
                                                        new Prices(
                                                                eur(900),
                                                                Optional.of(eur(1200)),
                                                                Optional.empty(),
                                                                Optional.of(eur(850))),
                                                        Optional.of(
                                                                new UnitPrice(
                                                                        eur(1200), "1 l")))))));
    }

    @Test
    void readsTheSameAsTsvWithByteOrderMarkAndCrLf() {
        read(
                FeedKind.PRODUCTS,
                "\uFEFF"
                        + HEADER
                        + "\r\na-1\tBread\t3.00 EUR\tin_stock\t4006381333931\t\t\t500g\t\tp:m:2.70"
                        + " EUR\t7\r\n\r\na-2\t\"Say \"\"cheese\"\"\"\t4.00 EUR\tout of stock\t\t\t"
                        + "\t\t\t\t\r\n");
        assertThat(problems).isEmpty();
        FeedLine.OfProduct bread = (FeedLine.OfProduct) lines.get(0);
        assertThat(bread.line()).isEqualTo(2);
        assertThat(bread.prices().member()).hasValue(eur(270));
        assertThat(bread.unit()).hasValue(new UnitPrice(eur(600), "1 kg"));
        assertThat(bread.units()).hasValue(7);
        FeedLine.OfProduct cheese = (FeedLine.OfProduct) lines.get(1);
        assertThat(cheese.line()).isEqualTo(4);
        assertThat(cheese.texts().title()).isEqualTo("Say \"cheese\"");
        assertThat(cheese.units()).as("out of stock").hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            textBlock =
                    """
                    Grocery > Juices > Apple  |                                | grocery
                    GROCERIES>Juices          |                                | grocery
                    Electronics               |                                | electronics
                    Summer deals              | Apparel & Accessories > Shoes  | fashion
                    Summer deals > Shoes      |                                | other
                                              | Food, Beverages & Tobacco      | grocery
                                              | 469                            | drugstore
                    Toys and games > Teddies  |                                | toys
                                              |                                | other
                    """)
    void anOfferLiesOnOneOfTheMallsShelves(String productType, String google, String category) {
        read(
                FeedKind.PRODUCTS,
                "id\ttitle\tprice\tavailability\tproduct_type\tgoogle_product_category\n"
                        + "a-1\tA\t1.00 EUR\tin_stock\t%s\t%s\n"
                                .formatted(
                                        productType == null ? "" : productType,
                                        google == null ? "" : google));
        assertThat(problems).isEmpty();
        assertThat(((FeedLine.OfProduct) lines.getFirst()).texts().category()).isEqualTo(category);
    }

    @Test
    void aSaleThatDoesNotRunIsNoPrice() {
        read(
                FeedKind.PRODUCTS,
                HEADER
                        + "\na-1\tBread\t3.00 EUR\tin_stock\t\t2.00 EUR\t"
                        + "2026-04-01T00:00Z/2026-04-02T00:00Z\t\t\t\t\n");
        FeedLine.OfProduct bread = (FeedLine.OfProduct) lines.getFirst();
        assertThat(bread.prices().online()).isEqualTo(eur(300));
        assertThat(bread.prices().regular()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            textBlock =
                    """
                    gtin                      | 4006381333932      | wrong check digit
                    gtin                      | 12345              | needs 8, 12, 13 or 14
                    price                     | 3.00 USD           | this mall sells in EUR
                    price                     | 3,00 EUR           | is not a price such as
                    price                     | 0.00 EUR           | must be more than 0
                    price                     | 1.234 EUR          | has more decimals
                    availability              | perhaps            | needs one of in_stock
                    sale_price                | 9.00 EUR           | is higher than price
                    sale_price_effective_date | tomorrow           | two times joined by a slash
                    unit_pricing_measure      | half a pound       | is not an amount such as 750ml
                    unit_pricing_measure      | 3 stone            | unknown unit
                    unit_pricing_base_measure | 1l                 | measures volume
                    loyalty_program           | only-a-label       | needs program:tier:price
                    quantity                  | -1                 | from 0 to 1000000
                    id                        | two words          | does not match
                    """)
    void aBrokenFieldIsNamedWithItsLimit(String field, String value, String reason) {
        List<String> columns = List.of(HEADER.split("\t", -1));
        List<String> row =
                new ArrayList<>(
                        List.of(
                                "a-1",
                                "Bread",
                                "3.00 EUR",
                                "in_stock",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                ""));
        if (field.startsWith("sale_price_e")) {
            row.set(columns.indexOf("sale_price"), "2.00 EUR");
        }
        if (field.equals("unit_pricing_base_measure")) {
            row.set(columns.indexOf("unit_pricing_measure"), "500g");
        }
        row.set(columns.indexOf(field), value);
        read(FeedKind.PRODUCTS, HEADER + "\n" + String.join("\t", row) + "\n");
        assertThat(lines).isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.line()).isEqualTo(2);
                            assertThat(p.field()).isEqualTo(field);
                            assertThat(p.reason()).contains(reason);
                        });
    }

    @Test
    void aSaleThatEndsOnADayHoldsUntilTheDayIsOver() {
        read(
                FeedKind.PRODUCTS,
                HEADER
                        + "\na-1\tBread\t3.00 EUR\tin_stock\t\t2.00 EUR\t"
                        + "2026-03-01/2026-03-10\t\t\t\t\n");
        FeedLine.OfProduct bread = (FeedLine.OfProduct) lines.getFirst();
        assertThat(bread.prices().online()).isEqualTo(eur(200));
        assertThat(bread.sale().orElseThrow().until()).isEqualTo("2026-03-11T00:00:00Z");
    }

    @Test
    void missingFieldsAreNamedAndReadingGoesOn() {
        read(
                FeedKind.PRODUCTS,
                HEADER
                        + "\na-1\tBread\t\tin_stock\t\t\t\t\t\t\t"
                        + "\na-2\t\t3.00 EUR\tin_stock\t\t\t\t\t\t\t"
                        + "\na-3\tToo\tfew columns"
                        + "\na-4\tGood\t3.00 EUR\tin_stock\t\t\t\t\t\t\t\n");
        assertThat(problems)
                .extracting(p -> p.line() + " " + p.field())
                .containsExactly("2 price", "3 title", "4 ");
        assertThat(problems.get(2).reason()).contains("3 columns").contains("header has 11");
        assertThat(lines).extracting(FeedLine::key).containsExactly("shop:a-4");
    }

    @Test
    void aLineThatIsNotUtf8IsNamed() {
        byte[] latin1 =
                (HEADER + "\na-1\tCaf\u00e9\t3.00 EUR\tin_stock\t\t\t\t\t\t\t\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        reader().read(FeedKind.PRODUCTS, new ByteArrayInputStream(latin1), listener());
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).contains("UTF-8"));
    }

    @Test
    void aFieldOfAMegabyteIsRefusedInEveryFormat() {
        String huge = "x".repeat(1 << 20);
        read(FeedKind.PRODUCTS, HEADER + "\na-1\t" + huge + "\t3.00 EUR\tin_stock\t\t\t\t\t\t\t\n");
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).contains("65536"));
        problems.clear();
        read(
                FeedKind.PRODUCTS,
                "<rss><channel>\n<item><id>a-1</id><title>"
                        + huge
                        + "</title></item></channel></rss>");
        assertThat(problems)
                .containsExactly(
                        new LineProblem(2, "title", "is longer than 10000 characters; shorten it"));
        assertThatThrownBy(
                        () -> read(FeedKind.SERVICES, "{\"services\":[{\"id\":\"" + huge + "\"}]}"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("100000");
    }

    @Test
    void aCutOffFeedTellsTheLine() {
        assertThatThrownBy(
                        () -> read(FeedKind.PRODUCTS, "<rss><channel>\n<item>\n<id>a</id>\n<titl"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageStartingWith("line 4")
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> read(FeedKind.SERVICES, "{\"services\": [\n{\"id\": \"a\"},\n{"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void entitiesCannotMakeItGrowNorReadFiles() throws IOException {
        String laughs =
                """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <rss><channel><item><id>a-1</id><title>&c;</title></item></channel></rss>
                """;
        assertThatThrownBy(() -> read(FeedKind.PRODUCTS, laughs))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("document type declaration");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertThatThrownBy(
                        () ->
                                read(
                                        FeedKind.PRODUCTS,
                                        "<!DOCTYPE rss [<!ENTITY s SYSTEM \""
                                                + secret.toUri()
                                                + "\">]><rss><channel><item><id>&s;</id></item>"
                                                + "</channel></rss>"))
                .isInstanceOf(FeedUnreadable.class);
        assertThat(lines).isEmpty();
    }

    /** The JDK's parser counts each of XML's own five entities, and stops at 100,000 by default. */
    @Test
    void escapedCharactersAreNotCounted() {
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 11_000; i++) {
            feed.append("<item><id>a-")
                    .append(i)
                    .append("</id><title>A")
                    .append(" &amp; B".repeat(10))
                    .append("</title><price>1.00 EUR</price><availability>in_stock")
                    .append("</availability></item>\n");
        }
        read(FeedKind.PRODUCTS, feed.append("</channel></rss>").toString());
        assertThat(problems).isEmpty();
        assertThat(lines).hasSize(11_000);
    }

    @Test
    void aLimitOfTheParserIsNamed() {
        StringBuilder item = new StringBuilder("<rss><channel>\n<item");
        for (int i = 0; i < 300; i++) {
            item.append(" a").append(i).append("=\"\"");
        }
        assertThatThrownBy(
                        () -> read(FeedKind.PRODUCTS, item.append("/></channel></rss>").toString()))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageStartingWith("line 2")
                .hasMessageContaining("jdk.xml.elementAttributeLimit")
                .hasMessageNotContaining("cut off");
    }

    @Test
    void aFeedOfAnotherKindIsRecognised() {
        assertThatThrownBy(() -> read(FeedKind.REVIEWS, "<html><body/></html>"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("<html>");
        assertThatThrownBy(() -> read(FeedKind.PRODUCTS, "name\tcost\nx\t1\n"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("lacks this column");
        assertThatThrownBy(() -> read(FeedKind.SERVICES, "{\"members\": []}"))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("services");
        assertThatThrownBy(() -> read(FeedKind.PRODUCTS, ""))
                .isInstanceOf(FeedUnreadable.class)
                .hasMessageContaining("empty");
    }

    @Test
    void readsReviewsOnTheirOwnScale() {
        read(
                FeedKind.REVIEWS,
                """
                <feed><version>2.4</version><publisher><name>P</name></publisher><reviews>
                <review><review_id>r1</review_id><reviewer><name>Ana M.</name></reviewer>
                <review_timestamp>2026-02-01T10:00:00Z</review_timestamp><title>Good</title>
                <content>Tasty.</content><ratings><overall min="0" max="10">7.5</overall></ratings>
                <products><product><product_ids><skus><sku>shop:a-1</sku></skus></product_ids></product>
                </products><is_verified_purchase>true</is_verified_purchase></review>
                <review><review_id>r2</review_id><reviewer><name is_anonymous="true">Bo</name></reviewer>
                <review_timestamp>2026-02-01T10:00:00Z</review_timestamp>
                <content>Bland.</content><ratings><overall min="1" max="5">9</overall></ratings>
                <products><product><product_ids><gtins><gtin>4006381333931</gtin></gtins></product_ids>
                </product></products></review>
                </reviews></feed>
                """);
        FeedLine.OfReview review = (FeedLine.OfReview) lines.getFirst();
        assertThat(review.review().rating()).isEqualTo(4);
        assertThat(review.review().verified()).isTrue();
        assertThat(review.offers()).containsExactly(new OfferId("shop:a-1"));
        assertThat(problems).extracting(LineProblem::field).containsExactly("ratings.overall");
    }

    @Test
    void readsServicesWithTheirSlots() {
        read(
                FeedKind.SERVICES,
                """
                {"services": [
                {"id":"cut","merchant":"salon","title":"Cut","category":"beauty","price":"42.00 EUR",
                 "duration":"PT45M","zone":"Europe/Berlin","slots":{"every":"PT30M","capacity":2},
                 "opening":[{"days":["MON","TUE"],"from":"09:00","until":"12:00"}]},
                {"id":"film","merchant":"kino","title":"Film","category":"cinema","price":"12.00 EUR",
                 "duration":"PT2H","zone":"Europe/Berlin","slots":{"at":["17:30","20:15"],"capacity":60},
                 "opening":[{"days":["SUN"],"from":"17:00","until":"23:00"}]},
                {"id":"x","merchant":"kino","title":"X","category":"c","price":"1.00 EUR",
                 "duration":"PT2H","zone":"Europe/Berlin","slots":{"capacity":60},
                 "opening":[{"days":["SUN"],"from":"17:00","until":"23:00"}]},
                {"id":"y","merchant":"kino","title":"Y","category":"c","price":"1.00 EUR",
                 "duration":"PT2H","zone":"Mars/Base","slots":{"every":"PT1H","capacity":60},
                 "opening":[{"days":["SUN"],"from":"17:00","until":"23:00"}]}
                ]}
                """);
        FeedLine.OfService cut = (FeedLine.OfService) lines.get(0);
        assertThat(cut.rule().duration()).isEqualTo(Duration.ofMinutes(45));
        FeedLine.OfService film = (FeedLine.OfService) lines.get(1);
        assertThat(film.rule().at()).containsExactly(LocalTime.of(17, 30), LocalTime.of(20, 15));
        assertThat(problems)
                .extracting(p -> p.line() + " " + p.field())
                .containsExactly("8 slots", "11 zone");
    }

    @Test
    void personalValuesAreNeverRepeated() {
        read(
                FeedKind.MEMBERS,
                "{\"members\":[{\"code\":\"GPM123456789012\",\"name\":\"Ana Morales\","
                        + "\"tier\":\"Gold\",\"joined\":\"2026-01-01\"}]}");
        read(FeedKind.STAFF, "{\"staff\":[{\"badge\":\"GPB0\",\"name\":\"M\",\"pin\":\"87x6\"}]}");
        assertThat(problems).hasSize(2);
        assertThat(problems.toString()).doesNotContain("Ana", "GPM1234", "87x6");
    }

    @Test
    void memoryStaysBoundedOverAMillionLines() {
        int[] count = {0};
        long before = used();
        long[] most = {0};
        reader().read(
                        FeedKind.INVENTORY,
                        new Endless("store_code\tid\tquantity\n", "shop\tsku-1\t5\n", 1_000_000),
                        new FeedReader.Listener() {
                            @Override
                            public void line(FeedLine line) {
                                if (++count[0] % 250_000 == 0) {
                                    most[0] = Math.max(most[0], used());
                                }
                            }

                            @Override
                            public void problem(LineProblem problem, Optional<OfferId> offer) {
                                problems.add(problem);
                            }
                        });
        assertThat(count[0]).isEqualTo(1_000_000);
        assertThat(problems).isEmpty();
        assertThat(most[0] - before).as("bytes held while reading").isLessThan(16 << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A header and then the same line again and again. */
    private static final class Endless extends InputStream {
        private final byte[] line;
        private final int repeats;
        private byte[] now;
        private int at;
        private int done;

        Endless(String header, String line, int repeats) {
            this.now = header.getBytes(StandardCharsets.UTF_8);
            this.line = line.getBytes(StandardCharsets.UTF_8);
            this.repeats = repeats;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (at == now.length) {
                if (done++ == repeats) {
                    return -1;
                }
                now = line;
                at = 0;
            }
            int copied = Math.min(length, now.length - at);
            System.arraycopy(now, at, target, from, copied);
            at += copied;
            return copied;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }

    private void read(FeedKind kind, String feed) {
        reader().read(
                        kind,
                        new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)),
                        listener());
    }

    private static FeedReader reader() {
        return new FeedReader(Optional.of(new MerchantId("shop")), "EUR", NOW);
    }

    private FeedReader.Listener listener() {
        return new FeedReader.Listener() {
            @Override
            public void line(FeedLine line) {
                lines.add(line);
            }

            @Override
            public void problem(LineProblem problem, Optional<OfferId> offer) {
                problems.add(problem);
            }
        };
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
