package io.guidepost.kiosk.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody who stands before a kiosk: reads the screen and touches it. */
public final class Customer {
    /** Swipes before somebody gives up looking for a thing further down. */
    private static final int PATIENCE = 12;

    /** Longer than a frame, so that a movement shows. */
    private static final long STILL_MILLIS = 50;

    private final KioskUnit kiosk;
    private final Duration limit;

    public Customer(KioskUnit kiosk, Duration limit) {
        this.kiosk = kiosk;
        this.limit = limit;
    }

    /** The same person, less or more patient. */
    public Customer within(Duration other) {
        return new Customer(kiosk, other);
    }

    private KioskScreen screen() {
        return kiosk.screen();
    }

    /** Waits for a screen by its name. */
    public void see(String name) {
        try {
            Wait.until("the screen '" + name + "'", limit, () -> screen().name().equals(name));
        } catch (DemoException e) {
            throw new DemoException(
                    e.getMessage() + " The kiosk shows '" + screen().name() + "'.", e);
        }
    }

    /** Waits for a node, wherever on the page it is. */
    public KioskScreen.Node seeNode(String id) {
        return screen().await(id, limit);
    }

    /** Checks that a node is not there. */
    public void seeNothingOf(String id) {
        if (screen().find(id).isPresent()) {
            throw new DemoException("'" + id + "' is still on the screen.");
        }
    }

    /** Waits until a node shows an amount of money. */
    public void read(String id, JsonNode money) {
        String wanted = amount(money);
        readNode(id, wanted);
    }

    /** Waits until a node's text holds these words. */
    public void readNode(String id, String words) {
        try {
            Wait.until(
                    "'" + words + "' in '" + id + "'",
                    limit,
                    () -> screen().find(id).filter(n -> n.text().contains(words)).isPresent());
        } catch (DemoException e) {
            String seen = screen().find(id).map(KioskScreen.Node::text).orElse("nothing");
            throw new DemoException(e.getMessage() + " It shows: " + seen, e);
        }
    }

    /** Waits until anything on the screen holds one of these texts. */
    public void readOneOf(List<String> texts) {
        Wait.until(
                "one of " + texts,
                limit,
                () ->
                        screen().all().stream()
                                .anyMatch(n -> texts.stream().anyMatch(n.text()::contains)));
    }

    /** Waits until anything on the screen holds these words. */
    public void readText(String words) {
        Wait.until(
                "'" + words + "' on the screen",
                limit,
                () -> screen().all().stream().anyMatch(n -> n.text().contains(words)));
    }

    /** Money as the kiosk writes it in English, without its sign: 12.90. */
    static String amount(JsonNode money) {
        if (money.isMissingNode()) {
            throw new DemoException("There is no such amount.");
        }
        if (money.isObject()) {
            return BigDecimal.valueOf(money.path("minor").asLong(), 2).toPlainString();
        }
        String text = money.asString("");
        return text.replaceAll("[^0-9.]", "");
    }

    /** Touches a node once it is on the glass, after swiping to it where it is further down. */
    public void touch(String id) {
        KioskScreen.Node node = seeStill(id);
        for (int i = 0; i < PATIENCE && !node.onGlass(); i++) {
            screen().swipe(node.above() ? 0.35 : -0.35);
            node = seeStill(id);
        }
        if (!node.onGlass()) {
            throw new DemoException("'" + id + "' cannot be brought onto the glass.");
        }
        screen().touch(node);
    }

    /**
     * From wherever the kiosk is to the terminal's question for a card: a haircut at a free time.
     */
    public void bookService(SampleMall mall) {
        wake();
        touch("category-" + mall.serviceCategory());
        see("category");
        touch("offer-" + mall.haircut().replace(':', '-'));
        see("service");
        chooseFreeSlot();
        touch("booking-hold");
        see("pay");
    }

    /** Wakes the kiosk where it sleeps and goes home. */
    public void wake() {
        if (screen().name().equals("attract")) {
            screen().touch(screen().find("attract").orElseThrow());
        } else {
            touch("bar-home");
        }
        see("home");
    }

    /** As staff: signs in and prints the last voucher that was sold here once more. */
    public void printLastVoucherAgain(SampleMall.Badge badge) {
        signIn(badge);
        touch("voucher-again");
    }

    /** As staff: badge and PIN. */
    public void signIn(SampleMall.Badge badge) {
        try {
            kiosk.devices().scanner().scan(badge.code());
        } catch (java.io.IOException e) {
            throw new DemoException("The badge could not be scanned: " + e.getMessage(), e);
        }
        see("staff-login");
        typePin(badge.pin());
        see("staff-restock");
    }

    /** Waits until a node stands still: nobody hits what still moves. */
    private KioskScreen.Node seeStill(String id) {
        KioskScreen.Node[] before = {seeNode(id)};
        return Wait.until(
                "'" + id + "' to stand still",
                limit,
                () -> {
                    Wait.pause(STILL_MILLIS);
                    KioskScreen.Node now = seeNode(id);
                    boolean still = now.equals(before[0]);
                    before[0] = now;
                    return still ? java.util.Optional.of(now) : java.util.Optional.empty();
                });
    }

    /** Goes through the days until there is a free time, and takes the first. */
    public void chooseFreeSlot() {
        List<String> days =
                Wait.until(
                        "days to choose from",
                        limit,
                        () -> java.util.Optional.of(ids("day-")).filter(found -> !found.isEmpty()));
        for (String day : days) {
            touch(day);
            List<String> free = freeSlots();
            if (!free.isEmpty()) {
                touch(free.getFirst());
                return;
            }
        }
        throw new DemoException("There is no free time on any day: " + days);
    }

    private List<String> freeSlots() {
        try {
            return Wait.until(
                    "free times",
                    Duration.ofSeconds(2),
                    () -> java.util.Optional.of(ids("slot-")).filter(found -> !found.isEmpty()));
        } catch (DemoException _) {
            return List.of();
        }
    }

    private List<String> ids(String prefix) {
        return screen().all().stream()
                .filter(n -> !n.disabled())
                .map(KioskScreen.Node::id)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    /** Types a PIN and confirms it. */
    public void typePin(String pin) {
        for (int i = 0; i < pin.length(); i++) {
            touch("pin-" + pin.charAt(i));
        }
        touch("pin-ok");
    }

    /** Waits for what is said after so many wrong PINs: the tries left, or locked after five. */
    public void readNotice(int wrong) {
        readNode("staff-notice", wrong < 5 ? "Tries left: " + (5 - wrong) : "Locked");
    }

    /** Chooses so many units and confirms them. */
    public void restock(int units) {
        Wait.until(
                units + " units",
                limit,
                () -> {
                    int now = Integer.parseInt(seeNode("restock-units").text());
                    if (now != units) {
                        touch(now < units ? "restock-more" : "restock-less");
                    }
                    return now == units;
                });
        touch("restock-confirm");
        readNode("restock-notice", Integer.toString(units));
    }

    /** Goes away: the kiosk shows the attract loop again. */
    public void leave() {
        touch("bar-home");
        see("home");
    }
}
