package io.guidepost.kiosk.screens;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.ui.Comfort;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers and staff do at the kiosk, with a finger and a scanner. */
final class JourneyTest {
    private static final String COFFEE = "4006381333931";
    private static final String SLOT = "slot-salon-lina-haircut-2026-03-16-3";

    @TempDir static Path photos;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(new Panel(720, 1280, 4.2), Lang.EN, photos);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theFirstTouchOnlyWakes() {
        Panel panel = rig.panel();
        // Where the accessibility button is: it must not open.
        rig.touchPanel(panel.width() - panel.em(1.9), panel.height() - panel.em(1.7));
        rig.awaitScreen("home");
        assertThat(rig.shell().covered()).isFalse();
        assertThat(rig.text("home-campaign")).contains("spring");
    }

    @Test
    void aScanShowsThePriceAndFollowsItsChange() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        assertThat(rig.text("price")).isEqualTo("€12.90");
        assertThat(rig.text("price-unit")).contains("€25.80 / 1 kg");
        assertThat(rig.text("price-lowest")).contains("€14.90");
        assertThat(rig.text("price-member")).contains("€11.50");
        Offer offer = rig.shop.offer(SampleShop.COFFEE_HERE).orElseThrow();
        rig.shop.change(
                new Offer(
                        offer.id(),
                        offer.merchant(),
                        offer.kind(),
                        offer.title(),
                        offer.description(),
                        offer.brand(),
                        offer.category(),
                        offer.gtin(),
                        offer.pictures(),
                        new Prices(
                                SampleShop.eur(999),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        offer.unit(),
                        offer.stock(),
                        offer.duration(),
                        2));
        rig.awaitText("price", "€9.99");
    }

    @Test
    void anUnknownAndADamagedCodeGetTheirOwnPageThatGoesAway() {
        rig.scan("409999999999" + Gtin.checkDigit("409999999999"));
        rig.awaitScreen("help");
        assertThat(rig.text("help-reason")).isEqualTo("We do not sell this product here");
        rig.scan("4006381333930");
        rig.awaitText("help-reason", "not read correctly");
        await().atMost(8, SECONDS).until(() -> rig.screen().equals("home"));
        assertThat(rig.backend.events()).anyMatch(KioskEvent.ScanRefused.class::isInstance);
    }

    @Test
    void aSlotIsHeldPaidAndPrinted() {
        chooseSlot();
        rig.touch("booking-hold");
        atTerminal();
        assertThat(rig.text("pay-amount")).isEqualTo("€42.00");
        assertThat(rig.text("pay-countdown")).isEqualTo("5:00");
        rig.till.approve();
        rig.awaitScreen("voucher");
        assertThat(rig.text("voucher-reference")).isEqualTo("K7RM 4T2X");
        rig.text("voucher-qr");
        rig.awaitText("voucher-paper", "Printed");
        assertThat(rig.backend.events())
                .filteredOn(KioskEvent.PaymentCaptured.class::isInstance)
                .hasSize(1);
        rig.touch("voucher-done");
        rig.awaitScreen("attract");
    }

    @Test
    void whoIsTooLateSeesWhatIsLeft() {
        chooseSlot();
        rig.backend.takeAll(new SlotId("salon-lina:haircut:2026-03-16-3"));
        rig.touch("booking-hold");
        rig.awaitText("slots-refusal", "Somebody was faster");
        await().untilAsserted(() -> assertThat(rig.text(SLOT)).contains("Full"));
        assertThat(rig.screen()).isEqualTo("service");
    }

    @Test
    void aDeclinedCardCanBeTriedAgain() {
        reserveCoffee();
        rig.till.decline();
        rig.awaitText("pay-message", "Not paid");
        rig.touch("pay-again");
        rig.awaitText("pay-message", "Insert or tap");
        rig.till.approve();
        rig.awaitScreen("voucher");
    }

    @Test
    void anUnknownOutcomeSaysNotToPayAgain() {
        reserveCoffee();
        rig.till.loseReply();
        rig.awaitText("pay-message", "Please do not pay again");
        assertThat(rig.text("pay-reference")).isEqualTo("K7RM4T2X");
        assertThat(rig.visible("pay-again")).isNull();
        rig.touch("pay-leave");
        rig.awaitScreen("attract");
    }

    @Test
    void homeFromAnUnknownPaymentEndsTheSessionAsItsOwnButtonDoes() {
        reserveCoffee();
        rig.till.loseReply();
        rig.awaitText("pay-message", "Please do not pay again");
        rig.touch("bar-home");
        rig.awaitScreen("attract");
    }

    @Test
    void aCameraThatSeesTooLittleSaysHowToHoldIt() {
        reserveCoffee();
        rig.hint(FrameHint.TOO_NEAR);
        rig.touch("bar-back");
        rig.awaitText("pay-message", "Not paid");
        assertThat(rig.visible("toast")).isNull();
        rig.touch("bar-home");
        rig.hint(FrameHint.TOO_DARK);
        rig.awaitText("toast", "into the light");
    }

    @Test
    void backCancelsAtTheTerminalAndAScanDoesNotDisturbIt() {
        reserveCoffee();
        rig.scan(COFFEE);
        rig.awaitText("toast", "finish paying");
        assertThat(rig.screen()).isEqualTo("pay");
        rig.touch("bar-back");
        rig.awaitText("pay-message", "Not paid");
        rig.touch("pay-give-up");
        rig.awaitScreen("product");
    }

    @Test
    void withoutPaperTheCodeOnTheScreenServes() {
        rig.paper.set(new PrintOutcome.NotPrinted(PrintOutcome.Reason.PAPER_OUT));
        reserveCoffee();
        rig.till.approve();
        rig.awaitScreen("voucher");
        rig.awaitText("voucher-paper", "Not printed");
        rig.text("voucher-qr");
    }

    @Test
    void aMemberIsGreetedAndPaysTheMemberPrice() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        assertThat(rig.text("member-name")).contains("A••• M.");
        assertThat(rig.text("member-price")).isEqualTo("€11.50");
        rig.touch("member-continue");
        rig.awaitScreen("product");
        rig.awaitText("price", "€11.50");
        rig.touch("offer-more");
        rig.awaitText("offer-reserve", "€23.00");
    }

    @Test
    void staffRestockAndWrongPinsLock() {
        rig.scan(ShopBackend.BADGE.value());
        rig.awaitScreen("staff-login");
        type(ShopBackend.PIN);
        rig.awaitScreen("staff-restock");
        rig.scan(COFFEE);
        rig.awaitText("restock-stock", "24");
        rig.touch("restock-confirm");
        rig.awaitText("restock-notice", "12 units recorded");
        rig.awaitText("restock-stock", "36");
        rig.touch("staff-sign-out");
        rig.awaitScreen("attract");
        rig.scan(ShopBackend.BADGE.value());
        rig.awaitScreen("staff-login");
        for (int left = 4; left >= 1; left--) {
            type("0000");
            rig.awaitText("staff-notice", "Tries left: " + left);
        }
        type("0000");
        rig.awaitText("staff-notice", "Locked");
    }

    @Test
    void anIdleSessionIsWarnedOfAndThenWiped() {
        Subscription timer = rig.services.session().start();
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        rig.settings.speak(Lang.DE);
        rig.settings.choose(new Comfort(2, true));
        rig.awaitText("member-name", "Guten Tag");
        rig.pass(Duration.ofSeconds(91));
        rig.awaitScreen("idle-warning");
        rig.touch("idle-stay");
        rig.awaitScreen("member");
        rig.pass(Duration.ofSeconds(91));
        rig.awaitScreen("idle-warning");
        rig.pass(Duration.ofSeconds(21));
        rig.awaitScreen("attract");
        timer.close();
        assertThat(rig.settings.lang().get()).isEqualTo(Lang.EN);
        assertThat(rig.settings.comfort().get()).isEqualTo(Comfort.USUAL);
        assertThat(rig.services.members().current().get()).isEmpty();
        assertThat(rig.visible("member-name")).isNull();
        assertThat(rig.shell().navigator().here()).isEmpty();
    }

    @Test
    void switchingTheLanguageKeepsPlaceAndChoice() {
        chooseSlot();
        rig.touch("bar-language");
        rig.touch("language-de");
        rig.awaitText("booking-hold", "12:15 Uhr sichern");
        assertThat(rig.screen()).isEqualTo("service");
    }

    @Test
    void withoutTheBackendLookingAndScanningGoOn() {
        rig.backend.connect(Connection.OFFLINE);
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        assertThat(rig.text("prices-as-of")).contains("10:41");
        rig.touch("offer-reserve");
        rig.awaitText("offer-refusal", "cannot reach the shop");
    }

    private void chooseSlot() {
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.touch("category-beauty");
        rig.awaitScreen("category");
        rig.touch("offer-salon-lina-haircut");
        rig.awaitScreen("service");
        rig.touch(SLOT);
        rig.awaitText("booking-hold", "Hold 12:15");
    }

    private void reserveCoffee() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        rig.touch("offer-reserve");
        atTerminal();
    }

    private void atTerminal() {
        rig.awaitScreen("pay");
        rig.awaitText("pay-message", "Insert or tap");
        await().until(() -> rig.till.order().isPresent());
    }

    private void type(String pin) {
        pin.chars().forEach(digit -> rig.touch("pin-" + (digit - '0')));
        rig.touch("pin-ok");
    }
}
