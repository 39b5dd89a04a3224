package io.guidepost.kiosk.demo;

import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What somebody who stands in the sample mall sees: labels on products, a member's card, badges
 * and, for the demo, their PINs.
 *
 * @param hero the product that the tour is about
 * @param products more of them, each sold by one shop only
 * @param haircut id of a service with slots
 * @param memberCode as on the member's card
 * @param staff at least two
 * @param slogans headlines of the campaigns that the attract loop shows
 */
public record SampleMall(
        Product hero,
        List<Product> products,
        String haircut,
        String memberCode,
        List<Badge> staff,
        List<String> slogans) {

    static final String REGION = "berlin";
    private static final int MOST_OF_A_SHOP = 6;
    private static final Pattern GTIN = Pattern.compile("\\b[0-9]{13}\\b");

    public SampleMall {
        products = List.copyOf(products);
        staff = List.copyOf(staff);
        slogans = List.copyOf(slogans);
    }

    /** With the name that head office has for the hero. */
    SampleMall named(HeadOffice office) {
        return new SampleMall(
                new Product(
                        hero.offer(),
                        hero.ean13(),
                        office.offer(hero.offer()).path("title").asString("")),
                products,
                haircut,
                memberCode,
                staff,
                slogans);
    }

    /** The category that the haircut is found in. */
    String serviceCategory() {
        return "beauty";
    }

    /** A product on a shelf. */
    public record Product(String offer, String ean13, String title) {
        /** The merchant's id. */
        String shop() {
            return offer.substring(0, Math.max(0, offer.indexOf(':')));
        }

        /** What the QR code on its pack says (GS1 Digital Link URI, section 4). */
        String digitalLink() {
            return "https://id.gs1.org/01/" + Gtin.parse(ean13);
        }
    }

    /** A badge and what its owner types. */
    public record Badge(String code, String pin) {}

    /**
     * Reads the folder that the backend wrote the sample mall into.
     *
     * @param backendData the backend's data folder
     */
    public static SampleMall in(Path backendData) {
        try {
            Path folder = folder(backendData);
            JsonNode guide = json(folder.resolve("demo.json"));
            Product hero =
                    new Product(
                            guide.path("product").asString(""),
                            guide.path("gtin").asString(""),
                            "What the tour scans");
            List<Badge> staff = new ArrayList<>();
            json(folder.resolve("staff.json"))
                    .path("staff")
                    .forEach(
                            s ->
                                    staff.add(
                                            new Badge(
                                                    s.path("badge").asString(""),
                                                    s.path("pin").asString(""))));
            List<String> slogans = new ArrayList<>();
            json(folder.resolve("campaigns.json"))
                    .path("campaigns")
                    .forEach(c -> slogans.add(c.path("headline").asString("")));
            return new SampleMall(
                    hero,
                    others(folder.resolve("products")),
                    guide.path("service").asString(""),
                    guide.path("member").asString(""),
                    staff,
                    slogans);
        } catch (IOException e) {
            throw new DemoException("The sample mall cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path folder(Path backendData) throws IOException {
        try (Stream<Path> files = Files.find(backendData, 3, (f, _) -> f.endsWith("demo.json"))) {
            return files.map(f -> f.resolveSibling(""))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new DemoException(
                                            "There is no sample mall in "
                                                    + backendData
                                                    + "; start over with --fresh."));
        }
    }

    /** Products of shops in the kiosk's region that no other shop of the mall sells. */
    private static List<Product> others(Path folder) throws IOException {
        List<Path> feeds;
        try (Stream<Path> files = Files.list(folder)) {
            feeds = files.sorted().toList();
        }
        Map<String, Integer> sellers = new HashMap<>();
        for (Path feed : feeds) {
            Matcher gtin = GTIN.matcher(Files.readString(feed));
            while (gtin.find()) {
                sellers.merge(gtin.group(), 1, Integer::sum);
            }
        }
        List<Product> products = new ArrayList<>();
        for (Path feed : feeds) {
            if (feed.getFileName().toString().endsWith("-" + REGION + ".tsv")) {
                labels(feed).stream()
                        .filter(p -> sellers.getOrDefault(p.ean13(), 0) == 1)
                        .limit(MOST_OF_A_SHOP)
                        .forEach(products::add);
            }
        }
        return products;
    }

    private static List<Product> labels(Path feed) throws IOException {
        List<List<String>> rows =
                Files.readAllLines(feed).stream().map(l -> List.of(l.split("\t", -1))).toList();
        int id = rows.getFirst().indexOf("id");
        int title = rows.getFirst().indexOf("title");
        int gtin = rows.getFirst().indexOf("gtin");
        String merchant = feed.getFileName().toString().replaceFirst("\\.tsv$", "");
        return rows.stream()
                .skip(1)
                .filter(r -> r.get(gtin).matches("[0-9]{13}"))
                .map(r -> new Product(merchant + ":" + r.get(id), r.get(gtin), r.get(title)))
                .toList();
    }

    private static JsonNode json(Path file) throws IOException {
        return Json.read(Files.readAllBytes(file), JsonNode.class);
    }
}
