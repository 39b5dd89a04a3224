package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Request;
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
