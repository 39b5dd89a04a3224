package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What begins and prolongs a session, and what the attract loop shows without one. */
final class SignsOfLifeTest {
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
    void noiseDoesNotKeepADepartedMembersPage() {
        Subscription timer = rig.services.session().start();
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        rig.pass(Duration.ofSeconds(60));
        rig.misread();
        rig.awaitScreen("help");
        rig.pass(Duration.ofSeconds(31));
        rig.awaitScreen("idle-warning");
        rig.misread();
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(rig.screen()).isEqualTo("idle-warning");
        assertThat(rig.visible("idle-stay")).isNotNull();
        rig.pass(Duration.ofSeconds(21));
        rig.awaitScreen("attract");
        assertThat(rig.services.members().current().get()).isEmpty();
        timer.close();
    }

    @Test
    void whoScansBeforeTheEndOfTheLastSessionIsShownSeesNothingOfIt() {
        rig.scan(ShopBackend.MEMBER.value());
        rig.awaitScreen("member");
        Rig.onFx(
                () -> {
                    // Ends on another thread, while the screen's thread takes the next scan first.
                    Thread ending =
                            Thread.ofVirtual()
                                    .start(() -> rig.services.session().end(EndReason.IDLE));
                    ending.join();
                    rig.scan("4006381333931");
                    return 0;
                });
        rig.awaitScreen("product");
        rig.touch("bar-back");
        rig.awaitScreen("home");
        assertThat(rig.visible("bar-back")).as("nothing lies behind Home").isNull();
    }

    @Test
    void noiseWakesNobodyButIsAnswered() {
        rig.settle();
        rig.misread();
        rig.awaitText("help-reason", "damaged");
        assertThat(rig.screen()).isEqualTo("attract");
        assertThat(rig.services.session().current()).isEmpty();
        await().atMost(Duration.ofSeconds(8)).until(() -> rig.visible("help-reason") == null);
        rig.misread();
        rig.awaitText("help-reason", "damaged");
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        assertThat(rig.visible("help-reason")).isNull();
        assertThat(rig.shell().covered()).isFalse();
    }

    @Test
    void aCampaignBeginsAndEndsAtItsTime() {
        Instant now = rig.clock().instant();
        rig.shop.show(
                List.of(
                        new Campaign(
                                "later",
                                "Happy hour",
                                "From a quarter to eleven",
                                Optional.empty(),
                                Optional.of(SampleShop.HAIRCUT),
                                now.plus(Duration.ofMinutes(10)),
                                now.plus(Duration.ofMinutes(20)))));
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        await().until(() -> rig.visible("home-campaign") == null);
        rig.pass(Duration.ofMinutes(10));
        rig.awaitText("home-campaign", "Happy hour");
        rig.pass(Duration.ofMinutes(10));
        await().until(() -> rig.visible("home-campaign") == null);
    }
}
