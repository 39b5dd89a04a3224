package io.guidepost.kiosk.demo;

import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What somebody who stands in the sample mall sees: labels on products, a member's card, badges
 * and, for the demo, their PINs.
 *
 * @param hero the product that the tour is about
 * @param products more of them, with different merchants, without the hero
 * @param haircut id of a service with slots
 * @param memberCode as on the member's card
 * @param staff at least two
 */
public record SampleMall(
        Product hero,
        List<Product> products,
        String haircut,
        String memberCode,
        List<Badge> staff) {

    public SampleMall {
        products = List.copyOf(products);
        staff = List.copyOf(staff);
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
            return new SampleMall(
                    hero,
                    others(folder.resolve("products"), hero.ean13()),
                    guide.path("service").asString(""),
                    guide.path("member").asString(""),
                    staff);
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

    /** One product of each merchant that publishes a tab-separated feed. */
    private static List<Product> others(Path folder, String butNot) throws IOException {
        Map<String, Product> products = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path feed : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                labels(feed).stream()
                        .filter(p -> !p.ean13().equals(butNot))
                        .filter(p -> !products.containsKey(p.ean13()))
                        .findFirst()
                        .ifPresent(p -> products.put(p.ean13(), p));
            }
        }
        return List.copyOf(products.values());
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
