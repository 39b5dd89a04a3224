package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.staff.Cabinet;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members of staff do at the kiosk, and what nobody else gets to see of it. */
final class StaffJourneyTest {
    private static final String CANDLE = "4000000000013";
    private static final String HONEY = "4000000000037";

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
    void whoWentHomeBeforeTheAnswerIsNotSignedIn() {
        Runnable answer = rig.backend.keepBack(Request.StaffLogin.class);
        rig.scan(ShopBackend.BADGE.value());
        typePin();
        rig.touch("bar-home");
        rig.awaitScreen("home");
        answer.run();
        allAnswersShown();
        assertThat(rig.screen()).isEqualTo("home");
        assertThat(rig.services.staff().current().get()).isEmpty();
    }

    @Test
    void theNextCustomerDoesNotGetTheStaffScreen() {
        Runnable answer = rig.backend.keepBack(Request.StaffLogin.class);
        rig.scan(ShopBackend.BADGE.value());
        typePin();
        rig.services.session().end(EndReason.CUSTOMER);
        rig.awaitScreen("attract");
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        answer.run();
        allAnswersShown();
        assertThat(rig.screen()).isEqualTo("home");
        assertThat(rig.services.staff().current().get()).isEmpty();
    }

    @Test
    void aLateAnswerDoesNotWakeTheAttractLoop() {
        Runnable answer = rig.backend.keepBack(Request.StaffLogin.class);
        rig.scan(ShopBackend.BADGE.value());
        typePin();
        rig.services.session().end(EndReason.CUSTOMER);
        rig.awaitScreen("attract");
        answer.run();
        allAnswersShown();
        assertThat(rig.screen()).isEqualTo("attract");
    }

    @Test
    void onlySignedInStaffPrintTheLastVoucherAgain() {
        sellCoffee();
        int printed = rig.receipts.size();
        signIn();
        rig.touch("voucher-again");
        rig.awaitText("restock-notice", "COPY");
        assertThat(rig.receipts).hasSize(printed + 1);
        // The sign-in ends by itself after an hour.
        rig.pass(Duration.ofHours(2));
        rig.touch("voucher-again");
        rig.awaitText("toast", "signed out");
        rig.awaitScreen("home");
        assertThat(rig.receipts).hasSize(printed + 1);
        assertThat(rig.services.staff().current().get()).isEmpty();
    }

    @Test
    void whoSignedOutRestocksNothing() {
        signIn();
        rig.scan("4006381333931");
        rig.awaitText("restock-stock", "24");
        rig.services.staff().logout();
        rig.touch("restock-confirm");
        rig.awaitText("toast", "signed out");
        rig.awaitScreen("home");
    }

    @Test
    void leavingTheStaffScreenSignsOut() {
        signIn();
        rig.touch("bar-home");
        rig.awaitScreen("home");
        await().untilAsserted(() -> assertThat(rig.services.staff().current().get()).isEmpty());
    }

    @Test
    void staffSayWhoseShelfItIs() {
        signIn();
        rig.scan(CANDLE);
        // Sold out here, but it is this shelf that is being filled.
        rig.touch("shelf-roastery-candle");
        assertThat(rig.text("restock-shop")).isEqualTo("Rösterei Ostertor · Bremen");
        rig.awaitText("restock-stock", "0");
        rig.touch("restock-confirm");
        rig.awaitText("restock-notice", "12 units recorded");
        assertThat(restocked())
                .extracting(r -> r.offer().value())
                .containsExactly("roastery:candle");
    }

    @Test
    void aProductOfAnotherCityIsNotRestockedHere() {
        signIn();
        rig.scan(HONEY);
        rig.awaitText("restock-notice", "not in the catalogue of this store");
        assertThat(rig.visible("restock-confirm")).isNull();
    }

    @Test
    void aWrongCodeAfterARestockArmsNothing() {
        signIn();
        rig.scan("4006381333931");
        rig.awaitText("restock-stock", "24");
        rig.touch("restock-confirm");
        rig.awaitText("restock-notice", "recorded");
        rig.scan(HONEY);
        rig.awaitText("restock-notice", "not in the catalogue");
        assertThat(rig.visible("restock-confirm")).isNull();
        assertThat(restocked()).hasSize(1);
    }

    @Test
    void whoLookedAfterAnOpenedHousingIsNoted() {
        rig.cabinet.opened();
        signIn();
        assertThat(rig.text("housing-opened")).contains("was opened");
        rig.touch("housing-checked");
        rig.awaitText("restock-notice", "still open");
        rig.cabinet.open = false;
        rig.touch("housing-checked");
        rig.awaitText("restock-notice", "noted with your name");
        assertThat(rig.cabinet.names)
                .containsExactly(rig.services.staff().current().get().orElseThrow().ref().value());
        assertThat(rig.visible("housing-checked")).isNull();
    }

    @Test
    void aHousingThatIsOpenedMeanwhileIsShownAtOnceAndUntilItIsLookedAfter() {
        signIn();
        assertThat(rig.visible("housing-checked")).isNull();
        rig.cabinet.opened();
        rig.awaitText("housing-opened", "was opened");
        // Looked after at another place.
        rig.cabinet.open = false;
        CompletionStage<Cabinet.Checked> _ = rig.cabinet.checked("s-0002");
        rig.touch("touch-check-start");
        assertThat(rig.visible("housing-checked")).isNull();
    }

    private List<KioskEvent.StockRestocked> restocked() {
        return rig.backend.events().stream()
                .filter(KioskEvent.StockRestocked.class::isInstance)
                .map(KioskEvent.StockRestocked.class::cast)
                .toList();
    }

    private void sellCoffee() {
        rig.scan("4006381333931");
        rig.awaitScreen("product");
        rig.touch("offer-reserve");
        rig.awaitScreen("pay");
        await().until(() -> rig.till.order().isPresent());
        rig.till.approve();
        rig.awaitScreen("voucher");
        rig.awaitText("voucher-paper", "Printed");
        rig.touch("voucher-done");
        rig.awaitScreen("attract");
    }

    private void signIn() {
        rig.scan(ShopBackend.BADGE.value());
        typePin();
        rig.awaitScreen("staff-restock");
    }

    private void typePin() {
        rig.awaitScreen("staff-login");
        ShopBackend.PIN.chars().forEach(digit -> rig.touch("pin-" + (digit - '0')));
        rig.touch("pin-ok");
    }

    /** Waits until what came late has had time to be shown. */
    private void allAnswersShown() {
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        rig.settle();
    }
}
