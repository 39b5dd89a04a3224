package io.guidepost.kiosk.screens;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Walks through every screen as a customer and a member of staff would, and shows each to whoever
 * wants to see it.
 */
final class PictureBook {
    /** Panels that the screens are judged on. */
    static final Map<String, Panel> PANELS =
            Map.of(
                    "portrait", new Panel(720, 1280, 4.2),
                    "large", new Panel(1080, 1920, 3.6),
                    "small", new Panel(800, 480, 5.2));

    private PictureBook() {}

    static void walk(Panel panel, Lang lang, Path photos, BiConsumer<String, Rig> page) {
        try (Rig rig = new Rig(panel, lang, photos)) {
            rig.settle();
            page.accept("01-attract", rig);
            rig.touchPanel(panel.width() / 2.0, panel.height() / 2.0);
            rig.awaitScreen("home");
            page.accept("02-home", rig);
            rig.touch("bar-language");
            page.accept("03-language", rig);
            rig.touch("sheet-language-close");
            rig.touch("bar-comfort");
            page.accept("04-comfort", rig);
            rig.touch("sheet-comfort-close");
            rig.scan("4006381333931");
            rig.awaitScreen("product");
            page.accept("05-product", rig);
            rig.scan(ShopBackend.MEMBER.value());
            rig.awaitScreen("member");
            page.accept("06-member", rig);
            rig.touch("member-continue");
            rig.awaitScreen("product");
            page.accept("07-product-member", rig);
            rig.scan("4006381333930");
            rig.awaitScreen("help");
            page.accept("08-help", rig);
            rig.touch("help-back");
            rig.awaitScreen("product");
            Rig.onFx(
                    () -> {
                        rig.shell().navigator().restartFromHome();
                        return 0;
                    });
            rig.touch("category-beauty");
            rig.awaitScreen("category");
            page.accept("09-category", rig);
            rig.touch("offer-salon-lina-haircut");
            rig.awaitScreen("service");
            rig.text("slots");
            page.accept("10-service", rig);
            rig.touch("slot-salon-lina-haircut-2026-03-16-3");
            page.accept("11-service-chosen", rig);
            rig.touch("booking-hold");
            rig.awaitScreen("pay");
            rig.awaitText("pay-message", "");
            org.awaitility.Awaitility.await().until(() -> rig.till.order().isPresent());
            rig.settle();
            page.accept("12-pay", rig);
            rig.till.decline();
            org.awaitility.Awaitility.await().until(() -> rig.visible("pay-again") != null);
            rig.settle();
            page.accept("13-pay-not-approved", rig);
            rig.touch("pay-again");
            org.awaitility.Awaitility.await().until(() -> rig.visible("pay-cancel") != null);
            pause(rig);
            rig.till.approve();
            rig.awaitScreen("voucher");
            rig.text("voucher-qr");
            pause(rig);
            page.accept("14-voucher", rig);
            rig.pass(Duration.ofSeconds(95));
            rig.services.session().start();
            rig.awaitScreen("idle-warning");
            page.accept("15-idle-warning", rig);
            rig.touch("idle-leave");
            rig.awaitScreen("attract");
            rig.scan(ShopBackend.BADGE.value());
            rig.awaitScreen("staff-login");
            rig.touch("pin-2");
            rig.touch("pin-5");
            page.accept("16-staff-login", rig);
            rig.touch("pin-0");
            rig.touch("pin-0");
            rig.touch("pin-ok");
            rig.awaitText("staff-notice", "4");
            page.accept("17-staff-wrong", rig);
            ShopBackend.PIN.chars().forEach(digit -> rig.touch("pin-" + (digit - '0')));
            rig.touch("pin-ok");
            rig.awaitScreen("staff-restock");
            page.accept("18-restock-empty", rig);
            rig.scan("4006381333931");
            rig.awaitText("restock-stock", "24");
            page.accept("19-restock", rig);
            rig.touch("restock-confirm");
            rig.awaitText("restock-stock", "36");
            page.accept("20-restocked", rig);
            rig.scan("4000000000013");
            rig.text("shelf-roastery-candle");
            rig.settle();
            page.accept("20-restock-choice", rig);
            rig.touch("staff-sign-out");
            rig.awaitScreen("attract");
            unknown(rig, page);
        }
    }

    private static void unknown(Rig rig, BiConsumer<String, Rig> page) {
        rig.paper.set(new PrintOutcome.NotPrinted(PrintOutcome.Reason.PAPER_OUT));
        rig.scan("4006381333931");
        rig.awaitScreen("product");
        rig.touch("offer-reserve");
        rig.awaitScreen("pay");
        pause(rig);
        rig.till.approve();
        rig.awaitScreen("voucher");
        rig.text("voucher-qr");
        pause(rig);
        page.accept("21-voucher-not-printed", rig);
        rig.touch("voucher-done");
        rig.awaitScreen("attract");
        rig.scan("4006381333931");
        rig.awaitScreen("product");
        rig.touch("offer-reserve");
        rig.awaitScreen("pay");
        pause(rig);
        rig.till.loseReply();
        rig.text("pay-reference");
        rig.settle();
        page.accept("22-pay-unknown", rig);
    }

    /** Lets answers that are on their way arrive. */
    private static void pause(Rig rig) {
        rig.tasks.supply("wait", () -> 0).toCompletableFuture().join();
        org.awaitility.Awaitility.await()
                .pollDelay(java.time.Duration.ofMillis(300))
                .until(() -> true);
        rig.settle();
    }
}
