package io.guidepost.kiosk.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Somebody at head office: uses the console's own addresses, as its page does. */
public final class HeadOffice {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Console console;

    public HeadOffice(Console console) {
        this.console = console;
    }

    /** An offer by its id, as the console shows it. */
    public JsonNode offer(String id) {
        for (JsonNode offer : console.get("console/api/offers?q=" + encode(id)).path("offers")) {
            if (offer.path("id").asString("").equals(id)) {
                return offer;
            }
        }
        throw new DemoException("The console does not know the offer " + id + ".");
    }

    /** Sets an offer's online price; the offer as it is then. */
    public JsonNode changePrice(String id, String price) {
        return console.post(
                "console/api/offers/" + encode(id) + "/price",
                Map.of("price", price, "was", offer(id).path("online").path("minor").asLong()));
    }

    /** Publishes a campaign that runs from now on for an hour; its id. */
    public String publishCampaign(String group, String headline, String offer) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("group", group);
        draft.put("headline", headline);
        draft.put("text", "Published while you were looking.");
        draft.put("offer", offer);
        draft.put("until", Instant.now().plus(1, ChronoUnit.HOURS).toString());
        return console.post("console/api/campaigns", draft).path("id").asString("");
    }

    /** Whether the money was taken and the voucher issued. */
    public static boolean isPaid(JsonNode sale) {
        return sale.path("state").asString("").equals("CAPTURED")
                && sale.path("voucher").isObject();
    }

    /** The newest paid sale of an offer at a kiosk, once it is there. */
    public JsonNode seeSale(String kiosk, String offer, Duration limit) {
        return Wait.until(
                "the sale in the console",
                limit,
                () -> {
                    for (JsonNode sale : console.get("console/api/sales").path("sales")) {
                        if (sale.path("kiosk").asString("").equals(kiosk)
                                && sale.path("offer").asString("").equals(offer)
                                && isPaid(sale)) {
                            return Optional.of(sale);
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Checks that a sale tells who bought and how they came to it. */
    public void seeWhoAndWhence(JsonNode sale) {
        if (sale.path("member").path("maskedName").asString("").isEmpty()) {
            throw new DemoException("The sale has no member: " + sale);
        }
        for (JsonNode step : sale.path("timeline")) {
            if (step.path("what").asString("").equals("LOOK")) {
                return;
            }
        }
        throw new DemoException("The sale has no first look: " + sale);
    }

    /** Waits until a kiosk has said that it has a catalogue. */
    void seeCatalogueAt(String kiosk, Duration limit) {
        Wait.until(
                "the catalogue of " + kiosk + " in the console",
                limit,
                () -> {
                    for (JsonNode found : console.get("console/api/kiosks")) {
                        if (found.path("id").asString("").equals(kiosk)) {
                            return found.path("catalogueVersion").asLong(0) > 0;
                        }
                    }
                    return false;
                });
    }

    /** Waits until a kiosk's printer says this is wrong with it; "" for nothing. */
    void seeTrouble(String kiosk, String reason, Duration limit) {
        Wait.until(
                "the printer of " + kiosk + " in the console",
                limit,
                () -> {
                    for (JsonNode found : console.get("console/api/kiosks")) {
                        if (found.path("id").asString("").equals(kiosk)) {
                            return found.path("reasons")
                                    .path("printer")
                                    .asString("")
                                    .equals(reason);
                        }
                    }
                    return false;
                });
    }

    /** All sales. */
    public JsonNode sales() {
        return console.get("console/api/sales").path("sales");
    }

    /** The day in a few numbers. */
    public JsonNode overview() {
        return console.get("console/api/overview");
    }

    /** Units of an offer on the shelf. */
    public int stock(String offer) {
        return offer(offer).path("stock").asInt(0);
    }

    /** What a browser shows of the console; empty where none is installed. */
    byte[] picture(Path scratch) {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            return new byte[0];
        }
        try (Browser browser = Browser.start(program.get(), scratch, WIDTH, HEIGHT)) {
            browser.open(
                    console.address(),
                    "location.search == '' && document.readyState == 'complete'");
            Wait.until(
                    "the console to show the fleet",
                    Duration.ofSeconds(5),
                    () ->
                            browser.evaluate(
                                            "document.body.innerText.includes('kiosk-1') &&"
                                                + " !document.body.innerText.includes('Loading')")
                                    .asBoolean(false));
            return browser.picture();
        }
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
