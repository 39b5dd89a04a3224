package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Request;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan led to may come when the customer is somewhere else by then. */
final class LateResultsTest {
    private static final String COFFEE = "4006381333931";

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
    void twoTouchesOpenOnePage() {
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.touch("category-food");
        rig.awaitScreen("category");
        rig.touch("offer-roastery-coffee-500", 2);
        rig.awaitScreen("product");
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        rig.touch("bar-back");
        assertThat(rig.screen()).isEqualTo("category");
        assertThat(rig.backend.events())
                .filteredOn(KioskEvent.OfferViewed.class::isInstance)
                .hasSize(1);
        rig.touch("offer-roastery-coffee-500");
        rig.awaitScreen("product");
    }

    @Test
    void aLookUpThatFailsIsAnswered() {
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.shop.breakDown(true);
        rig.scan(COFFEE);
        rig.awaitScreen("help");
        assertThat(rig.text("help-next")).contains("try again");
        rig.touch("help-back");
        rig.shop.breakDown(false);
        rig.scan(COFFEE);
        rig.awaitScreen("product");
    }

    @Test
    void whatIsScannedBeforeTheFirstCatalogueIsShownWhenItArrives() {
        rig.shop.beEmpty();
        rig.scan(COFFEE);
        rig.awaitScreen("starting");
        assertThat(rig.text("starting")).contains("just starting").contains("on their way");
        rig.shop.arrive();
        rig.awaitScreen("product");
        assertThat(rig.text("price")).isEqualTo("€12.90");
        rig.touch("bar-back");
        rig.awaitScreen("home");
    }

    @Test
    void whatTheFirstCatalogueDoesNotHaveIsSaid() {
        rig.shop.beEmpty();
        rig.scan("409999999999" + Gtin.checkDigit("409999999999"));
        rig.awaitScreen("starting");
        rig.shop.arrive();
        rig.awaitScreen("help");
        assertThat(rig.text("help-reason")).contains("do not sell");
    }

    @Test
    void whoWentAwayBeforeTheFirstCatalogueIsNotLedBack() {
        rig.shop.beEmpty();
        rig.scan(COFFEE);
        rig.awaitScreen("starting");
        rig.touch("bar-home");
        rig.awaitScreen("home");
        rig.shop.arrive();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        rig.settle();
        assertThat(rig.screen()).isEqualTo("home");
    }

    @Test
    void aLateGreetingDoesNotCoverARunningPayment() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        Runnable answer = rig.backend.keepBack(Request.Member.class);
        rig.scan(ShopBackend.MEMBER.value());
        rig.touch("offer-reserve");
        rig.awaitScreen("pay");
        await().until(() -> rig.till.order().isPresent());
        answer.run();
        await().until(() -> rig.services.members().current().get().isPresent());
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        rig.settle();
        assertThat(rig.screen()).isEqualTo("pay");
        rig.till.approve();
        rig.awaitScreen("voucher");
        rig.awaitText("voucher-paper", "Printed");
    }

    @Test
    void aLateHoldOfWhatTheCustomerLeftIsGivenBackAndNotPaid() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        Runnable answer = rig.backend.keepBack(Request.Hold.class);
        rig.touch("offer-reserve");
        rig.touch("bar-home");
        rig.awaitScreen("home");
        answer.run();
        await().pollDelay(Duration.ofMillis(400))
                .until(() -> rig.services.booking().held().get().isEmpty());
        rig.settle();
        assertThat(rig.screen()).isEqualTo("home");
        assertThat(rig.till.order()).isEmpty();
    }
}
