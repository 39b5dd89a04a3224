package io.guidepost.backend.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.catalogue.feed.FeedKind;
import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.FeedReader;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.backend.catalogue.sample.art.Motif;
import io.guidepost.backend.catalogue.sample.art.Studio;
import io.guidepost.contract.catalogue.Category;
import io.guidepost.contract.catalogue.HonestDiscount;
import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMallTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static final SampleMall MALL = new SampleMall(7, TODAY);

    @TempDir Path folder;

    private final SampleMall mall = MALL;

    @Test
    void isAsLargeAsPromised() {
        Set<String> sellers =
                Stream.concat(
                                mall.listings().stream().map(l -> l.shop().id()),
                                mall.treats().stream().map(t -> t.shop().id()))
                        .collect(Collectors.toSet());
        assertThat(sellers).hasSizeGreaterThanOrEqualTo(20);
        assertThat(mall.listings().stream().map(l -> l.shop().city()).distinct()).hasSize(3);
        assertThat(mall.listings().stream().map(l -> l.product().gtin()).distinct().count())
                .isGreaterThanOrEqualTo(600);
        assertThat(mall.treats()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(mall.treats().stream().map(Treat::category).distinct())
                .contains("food", "cinema", "beauty", "spa", "fitness", "travel", "car-rental");
        assertThat(mall.opinions()).hasSize(5_000);
    }

    @Test
    void everyNumberIsAValidDemonstrationGtinOfOneProduct() {
        TreeMap<Gtin, String> titles = new TreeMap<>(java.util.Comparator.comparing(Gtin::value));
        for (Listing listing : mall.listings()) {
            Gtin gtin = Gtin.parse(listing.product().gtin().display());
            assertThat(gtin.display()).startsWith(Product.DEMO_PREFIX).hasSize(13);
            String before = titles.put(gtin, listing.product().title());
            assertThat(before == null || before.equals(listing.product().title())).isTrue();
        }
        assertThat(mall.listings().size())
                .as("some are sold by more than one shop")
                .isGreaterThan(titles.size() + 200);
    }

    @Test
    void honestSalesMayBeClaimedAndDishonestOnesMayNot() {
        int honest = 0;
        int dishonest = 0;
        for (Listing listing : mall.listings()) {
            PriceStory story = listing.story();
            List<PricePoint> points =
                    story.steps().stream()
                            .map(s -> new PricePoint(s.from(), Money.of(s.minor(), "EUR")))
                            .toList();
            Optional<HonestDiscount> claim =
                    HonestDiscount.of(points, Money.of(story.today(), "EUR"), TODAY, 30);
            switch (story.kind()) {
                case HONEST -> {
                    honest++;
                    assertThat(claim).as(listing.offerId()).isPresent();
                    assertThat(claim.orElseThrow().lowest().minor())
                            .isEqualTo(story.claimed().orElseThrow());
                }
                case RAISED_FIRST, WAS_LOWER -> {
                    dishonest++;
                    assertThat(story.claimed()).isPresent();
                    assertThat(claim).as(listing.offerId()).isEmpty();
                }
                case PLAIN -> assertThat(story.claimed()).isEmpty();
            }
            assertThat(story.steps().getFirst().from()).isEqualTo(TODAY.minusDays(90));
        }
        assertThat(honest).isGreaterThan(100);
        assertThat(dishonest).isGreaterThan(50);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        List<String> first = feeds(new SampleMall(7, TODAY), "a");
        assertThat(feeds(new SampleMall(7, TODAY), "b")).isEqualTo(first);
        assertThat(feeds(new SampleMall(8, TODAY), "c")).isNotEqualTo(first);
    }

    private List<String> feeds(SampleMall some, String name) throws IOException {
        Path out = folder.resolve(name);
        some.writeFeeds(out);
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(f -> out.relativize(f) + " " + contents(f).hashCode())
                    .toList();
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyOfferLiesOnOneOfAFewShelvesThatHaveAName() throws IOException {
        Set<String> categories = new TreeSet<>();
        for (FeedLine line : read("products", FeedKind.PRODUCTS)) {
            categories.add(((FeedLine.OfProduct) line).texts().category());
        }
        for (FeedLine line : read("services.json", FeedKind.SERVICES)) {
            categories.add(((FeedLine.OfService) line).texts().category());
        }
        Set<String> named =
                Arrays.stream(Category.values()).map(Category::id).collect(Collectors.toSet());
        assertThat(named).containsAll(categories);
        assertThat(categories)
                .contains("grocery", "beauty", "drugstore", "toys")
                .doesNotContain("other")
                .hasSizeBetween(10, 16);
    }

    @Test
    void anAddressDoesNotRepeatTheCity() throws IOException {
        assertThat(read("merchants.json", FeedKind.MERCHANTS))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        line -> {
                            Merchant m = ((FeedLine.OfMerchant) line).merchant();
                            assertThat(m.address()).doesNotContain(m.city());
                        });
    }

    /** A feed of the sample, or all in one of its folders, as the backend reads them. */
    private List<FeedLine> read(String name, FeedKind kind) throws IOException {
        Path out = folder.resolve("mall");
        mall.writeFeeds(out);
        List<FeedLine> lines = new ArrayList<>();
        FeedReader reader =
                new FeedReader(
                        Optional.of(new MerchantId("shop")),
                        "EUR",
                        TODAY.atStartOfDay(ZoneOffset.UTC).toInstant());
        try (Stream<Path> files = Files.walk(out.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(kind, in, onlyGood(lines));
                }
            }
        }
        return lines;
    }

    private static FeedReader.Listener onlyGood(List<FeedLine> lines) {
        return new FeedReader.Listener() {
            @Override
            public void line(FeedLine line) {
                lines.add(line);
            }

            @Override
            public void problem(LineProblem problem, Optional<OfferId> offer) {
                throw new AssertionError(problem.toString());
            }
        };
    }

    @Test
    void everyMotifIsAPictureOfItsOwn() throws IOException {
        Set<Integer> seen = new java.util.HashSet<>();
        for (Motif motif : Motif.values()) {
            byte[] picture = Studio.picture(motif, 0x3f7fa6, 3);
            var decoded = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(decoded.getWidth()).isEqualTo(Studio.SIZE);
            assertThat(decoded.getHeight()).isEqualTo(Studio.SIZE);
            assertThat(seen.add(java.util.Arrays.hashCode(picture))).as(motif.name()).isTrue();
        }
        assertThat(Studio.picture(Motif.BAG, 0x4b2f26, 1))
                .isEqualTo(Studio.picture(Motif.BAG, 0x4b2f26, 1));
    }

    @Test
    void reviewsAreBelievable() {
        List<Opinion> all = mall.opinions();
        double average = all.stream().mapToInt(Opinion::rating).average().orElseThrow();
        assertThat(average).isBetween(3.6, 4.6);
        assertThat(all.stream().map(Opinion::rating).distinct()).hasSize(5);
        assertThat(all.stream().filter(Opinion::verified).count()).isBetween(3_000L, 4_200L);
        assertThat(all.stream().map(o -> o.title() + o.text()).distinct().count())
                .isGreaterThan(2_500);
        assertThat(all).allSatisfy(o -> assertThat(o.date()).isBefore(TODAY));
    }
}
