package io.guidepost.kiosk.demo;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.printer.escpos.PrinterCondition;
import io.guidepost.devices.sim.CodePhoto;
import io.guidepost.devices.sim.PrinterSimulator;
import io.guidepost.devices.sim.TerminalBehaviour;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * The whole journey, driven from outside: codes through the scanner's tty and the camera's stream,
 * touches on the remote screen, a card at the terminal, head office through its console.
 */
final class Tour {
    /** A usable page is due in 300 ms; a busy machine gets longer before we call it broken. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** A new kiosk has its catalogue in this time. */
    private static final Duration FIRST_CATALOGUE = Duration.ofSeconds(60);

    /** Head office's changes are due on the screen in this time. */
    private static final Duration FLEET = Duration.ofSeconds(2);

    private final Rig rig;
    private final SampleMall mall;
    private final KioskUnit kiosk;
    private final Customer customer;
    private final HeadOffice office;
    private final Path data;
    private final StepRecorder steps;

    private Tour(Rig rig, SampleMall mall, KioskUnit kiosk, Path data, StepRecorder steps) {
        this.rig = rig;
        this.mall = mall;
        this.kiosk = kiosk;
        this.data = data;
        this.customer = new Customer(kiosk, SOON);
        this.office = new HeadOffice(rig.backend().console());
        this.steps = steps;
    }

    /**
     * Starts everything and runs all steps.
     *
     * @param data the rig's data folder
     * @return what the backend holds afterwards
     */
    static Map<String, Object> run(Rig rig, Path data, StepRecorder steps) {
        KioskUnit[] started = new KioskUnit[1];
        boolean up =
                steps.step(
                        "start",
                        "Backend and kiosk start; the kiosk waits for somebody",
                        () -> started[0].screen().picture(),
                        () -> {
                            rig.startBackend();
                            KioskUnit unit = rig.kiosk("kiosk-1");
                            rig.start(unit, Map.of());
                            started[0] = unit;
                            Customer somebody = new Customer(unit, FIRST_CATALOGUE);
                            somebody.see("attract");
                            somebody.readOneOf(SampleMall.in(data.resolve("backend")).slogans());
                        });
        if (!up) {
            return Map.of();
        }
        SampleMall mall = SampleMall.in(data.resolve("backend"));
        Tour tour = new Tour(rig, mall, started[0], data, steps);
        tour.look();
        tour.buy();
        tour.trouble();
        tour.fleet();
        tour.staff();
        return tour.afterwards();
    }

    private void look() {
        steps.step(
                "scan-ean13",
                "A product's EAN-13 shows its price, unit price, 30-day lowest and reviews",
                this::screen,
                () -> {
                    kiosk.devices().scanner().scanWithAim("]E0", mall.hero().ean13());
                    customer.see("product");
                    for (String id : new String[] {"price", "price-unit", "price-lowest"}) {
                        customer.seeNode(id);
                    }
                    customer.read("price", office.offer(mall.hero().offer()).path("online"));
                });
        steps.step(
                "scan-digital-link",
                "A GS1 Digital Link QR code, photographed at an angle, leads to the same page",
                this::screen,
                () -> {
                    customer.touch("bar-home");
                    customer.see("home");
                    kiosk.devices().camera().showQr(mall.hero().digitalLink(), CodePhoto.BY_HAND);
                    try {
                        customer.see("product");
                        customer.read("price", office.offer(mall.hero().offer()).path("online"));
                    } finally {
                        kiosk.devices().camera().showNothing();
                    }
                });
        steps.step(
                "member",
                "A member's card is greeted, the name masked",
                this::screen,
                () -> {
                    kiosk.devices().scanner().scanWithAim("]Q1", mall.memberCode());
                    customer.see("member");
                    customer.seeNode("member-name");
                });
        steps.step(
                "member-price",
                "The product now shows the member price",
                this::screen,
                () -> {
                    kiosk.devices().scanner().scanWithAim("]E0", mall.hero().ean13());
                    customer.see("product");
                    customer.read("price", office.offer(mall.hero().offer()).path("member"));
                });
    }

    private void buy() {
        steps.step(
                "arabic",
                "The same page in Arabic, from right to left",
                this::screen,
                () -> {
                    speak("ar");
                    customer.readNode("price", "\u20ac");
                });
        steps.step(
                "home",
                "Home, in English again",
                this::screen,
                () -> {
                    speak("en");
                    customer.touch("bar-home");
                    customer.see("home");
                });
        steps.step(
                "category",
                "A category and what it holds",
                this::screen,
                () -> {
                    customer.touch("category-beauty");
                    customer.see("category");
                });
        steps.step(
                "choose-service",
                "A haircut with free times",
                this::screen,
                () -> {
                    customer.touch("offer-" + mall.haircut().replace(':', '-'));
                    customer.see("service");
                    customer.chooseFreeSlot();
                });
        steps.step(
                "hold",
                "The slot is held with a countdown",
                this::screen,
                () -> {
                    kiosk.devices().terminal().setUsual(TerminalBehaviour.ASK);
                    customer.touch("booking-hold");
                    customer.see("pay");
                    customer.seeNode("pay-countdown");
                    customer.seeNode("pay-amount");
                });
        steps.step(
                "pay",
                "A card at the terminal pays; the voucher is on the screen",
                this::screen,
                () -> {
                    Wait.until(
                            "the terminal to ask for a card",
                            SOON,
                            () -> kiosk.devices().terminal().waiting().isPresent());
                    kiosk.devices().terminal().presentCard();
                    customer.see("voucher");
                    customer.seeNode("voucher-qr");
                });
        steps.step(
                "paper",
                "The printed voucher's QR code carries the backend's signature",
                () -> png(kiosk.devices().printer().receipts().getLast()),
                () -> Receipts.verified(kiosk, Receipts.await(kiosk, 1, SOON)));
        steps.step(
                "console-sale",
                "The console shows the sale with kiosk, member and first look",
                () -> office.picture(data.resolve("browser")),
                () -> {
                    office.seeCatalogueAt(kiosk.name(), SOON);
                    office.seeWhoAndWhence(office.seeSale(kiosk.name(), mall.haircut(), SOON));
                });
        steps.step(
                "session-end",
                "Done wipes the session: nothing of the member is left on the screen",
                this::screen,
                () -> {
                    customer.touch("voucher-done");
                    customer.see("attract");
                    customer.seeNothingOf("member-name");
                });
    }

    private void speak(String language) {
        customer.touch("bar-language");
        customer.touch("language-" + language);
    }

    private void trouble() {
        steps.step(
                "scan-unknown",
                "A product that no shop has: a helpful page",
                this::screen,
                () -> {
                    kiosk.devices().scanner().scanWithAim("]E0", BenchCodes.unknown());
                    customer.see("help");
                });
        steps.step(
                "scan-damaged",
                "A wrong check digit: a helpful page of its own",
                this::screen,
                () -> {
                    customer.touch("help-back");
                    kiosk.devices()
                            .scanner()
                            .scanWithAim("]E0", BenchCodes.damaged(mall.hero().ean13()));
                    customer.see("help");
                });
    }

    private void fleet() {
        SampleMall.Product product = mall.products().getFirst();
        steps.step(
                "price-change",
                "A price changed in the console is on the kiosk's screen within 2 s",
                this::screen,
                FLEET,
                () -> {
                    kiosk.devices().scanner().scanWithAim("]E0", product.ean13());
                    customer.see("product");
                    customer.read("price", office.offer(product.offer()).path("online"));
                },
                () -> {
                    JsonNode changed = office.changePrice(product.offer(), "0.77");
                    customer.read("price", changed.path("online"));
                });
        steps.step(
                "campaign",
                "A campaign published in the console is on the kiosk's screen within 2 s",
                this::screen,
                FLEET,
                customer::leave,
                () -> {
                    office.publishCampaign(kiosk.property("group"), "Tour special", mall.haircut());
                    customer.readText("Tour special");
                });
        steps.step(
                "printer-trouble",
                "A printer out of paper is seen in the console, and that it has paper again",
                () -> office.picture(data.resolve("browser")),
                () -> {
                    PrinterSimulator printer = kiosk.devices().printer();
                    printer.set(PrinterCondition.of(PrinterCondition.Trouble.PAPER_OUT));
                    try {
                        office.seeTrouble(
                                kiosk.name(), PrintOutcome.Reason.PAPER_OUT.words(), SOON);
                    } finally {
                        printer.set(PrinterCondition.FINE);
                    }
                    office.seeTrouble(kiosk.name(), "", SOON);
                });
    }

    private void staff() {
        steps.step(
                "wrong-pins",
                "Five wrong PINs lock the badge for a while",
                this::screen,
                () -> {
                    SampleMall.Badge badge = mall.staff().get(1);
                    kiosk.devices().scanner().scan(badge.code());
                    customer.see("staff-login");
                    for (int i = 0; i < 5; i++) {
                        customer.typePin(badge.pin().equals("0000") ? "1111" : "0000");
                        customer.readNotice(i + 1);
                    }
                });
        KioskUnit[] started = new KioskUnit[1];
        boolean up =
                steps.step(
                        "second-kiosk",
                        "A second kiosk comes into the fleet and shows the same stock",
                        () -> started[0].screen().picture(),
                        () -> {
                            KioskUnit unit = rig.kiosk("kiosk-2");
                            rig.start(unit, Map.of());
                            started[0] = unit;
                            Customer passer = new Customer(unit, FIRST_CATALOGUE);
                            passer.readOneOf(mall.slogans());
                            unit.devices().scanner().scanWithAim("]E0", mall.hero().ean13());
                            passer.within(SOON).readNode("stock", stock());
                        });
        steps.step(
                "restock",
                "Staff scan a product and put 12 units on the shelf",
                this::screen,
                () -> {
                    int before = office.stock(mall.hero().offer());
                    customer.signIn(mall.staff().getFirst());
                    kiosk.devices().scanner().scanWithAim("]E0", mall.hero().ean13());
                    customer.restock(12);
                    Wait.until(
                            (before + 12) + " units in the console",
                            SOON,
                            () -> office.stock(mall.hero().offer()) == before + 12);
                    customer.readNode("restock-stock", Integer.toString(before + 12));
                });
        if (up) {
            steps.step(
                    "restocked-elsewhere",
                    "The second kiosk, its page still open, shows the new stock",
                    () -> started[0].screen().picture(),
                    () -> new Customer(started[0], SOON).readNode("stock", stock()));
        }
    }

    /** Units of the hero product as the console shows them. */
    private String stock() {
        return Integer.toString(office.stock(mall.hero().offer()));
    }

    private Map<String, Object> afterwards() {
        Map<String, Object> held = new LinkedHashMap<>();
        for (String what : new String[] {"overview", "kiosks", "sales", "campaigns"}) {
            try {
                held.put(what, rig.backend().console().get("console/api/" + what));
            } catch (DemoException e) {
                held.put(what, String.valueOf(e.getMessage()));
            }
        }
        held.put("terminal", kiosk.devices().terminal().charges());
        held.put("at", Instant.now());
        return held;
    }

    private byte[] screen() {
        return kiosk.screen().picture();
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
