package io.guidepost.kiosk.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody who stands before a kiosk: reads the screen and touches it. */
final class Customer {
    /** Swipes before somebody gives up looking for a thing further down. */
    private static final int PATIENCE = 12;

    private final KioskUnit kiosk;
    private final Duration limit;

    Customer(KioskUnit kiosk, Duration limit) {
        this.kiosk = kiosk;
        this.limit = limit;
    }

    /** The same person, less or more patient. */
    Customer within(Duration other) {
        return new Customer(kiosk, other);
    }

    private KioskScreen screen() {
        return kiosk.screen();
    }

    /** Waits for a screen by its name. */
    void see(String name) {
        try {
            Wait.until("the screen '" + name + "'", limit, () -> screen().name().equals(name));
        } catch (DemoException e) {
            throw new DemoException(
                    e.getMessage() + " The kiosk shows '" + screen().name() + "'.", e);
        }
    }

    /** Waits for a node, wherever on the page it is. */
    KioskScreen.Node seeNode(String id) {
        return screen().await(id, limit);
    }

    /** Checks that a node is not there. */
    void seeNothingOf(String id) {
        if (screen().find(id).isPresent()) {
            throw new DemoException("'" + id + "' is still on the screen.");
        }
    }

    /** Waits until a node shows an amount of money. */
    void read(String id, JsonNode money) {
        String wanted = amount(money);
        readNode(id, wanted);
    }

    /** Waits until a node's text holds these words. */
    void readNode(String id, String words) {
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

    /** Waits until anything on the screen holds these words. */
    void readText(String words) {
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
    void touch(String id) {
        KioskScreen.Node node = seeNode(id);
        for (int i = 0; i < PATIENCE && !node.onGlass(); i++) {
            screen().swipe(node.above() ? 0.35 : -0.35);
            node = seeNode(id);
        }
        if (!node.onGlass()) {
            throw new DemoException("'" + id + "' cannot be brought onto the glass.");
        }
        screen().touch(node);
    }

    /** Goes through the days until there is a free time, and takes the first. */
    void chooseFreeSlot() {
        List<String> days = ids("day-");
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
    void typePin(String pin) {
        for (int i = 0; i < pin.length(); i++) {
            touch("pin-" + pin.charAt(i));
        }
        touch("pin-ok");
    }

    /** Waits for what is said after so many wrong PINs: the tries left, or locked after five. */
    void readNotice(int wrong) {
        readNode("staff-notice", wrong < 5 ? "Tries left: " + (5 - wrong) : "Locked");
    }

    /** Chooses so many units and confirms them. */
    void restock(int units) {
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
    void leave() {
        touch("bar-home");
        see("home");
    }
}
