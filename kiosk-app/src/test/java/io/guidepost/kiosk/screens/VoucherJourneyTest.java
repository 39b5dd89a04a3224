package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Request;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for is not lost by a finger on Back or Home. */
final class VoucherJourneyTest {
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
    void aVoucherThatComesAfterHomeIsPrintedAndFoundThere() {
        Runnable answer = rig.backend.keepBack(Request.FetchVoucher.class);
        payCoffee();
        rig.awaitText("voucher", "coming");
        rig.touch("bar-home");
        rig.awaitScreen("home");
        answer.run();
        await().until(() -> rig.receipts.size() == 1);
        rig.touch("home-voucher");
        rig.awaitScreen("voucher");
        assertThat(rig.text("voucher-reference")).isEqualTo("K7RM 4T2X");
        rig.awaitText("voucher-paper", "Printed");
        assertThat(rig.receipts).hasSize(1);
    }

    @Test
    void theOnlyCopyIsStillThereAfterBack() {
        rig.paper.set(new PrintOutcome.NotPrinted(PrintOutcome.Reason.PAPER_OUT));
        payCoffee();
        rig.awaitText("voucher-paper", "Not printed");
        rig.touch("bar-back");
        rig.awaitScreen("product");
        rig.touch("bar-home");
        rig.touch("home-voucher");
        rig.awaitText("voucher-paper", "Not printed");
        rig.text("voucher-qr");
    }

    @Test
    void aVoucherThatComesLaterIsStillAskedFor() {
        reserveCoffee();
        rig.backend.connect(Connection.OFFLINE);
        rig.till.approve();
        rig.awaitScreen("voucher");
        rig.pass(Duration.ofSeconds(21));
        rig.awaitText("voucher", "comes later");
        rig.backend.connect(Connection.ONLINE);
        rig.awaitText("voucher-paper", "Printed");
        assertThat(rig.receipts).hasSize(1);
    }

    @Test
    void theNextCustomerFindsNoVoucher() {
        payCoffee();
        rig.awaitText("voucher-paper", "Printed");
        rig.services.session().end(EndReason.CUSTOMER);
        rig.awaitScreen("attract");
        rig.touchPanel(300, 300);
        rig.awaitScreen("home");
        rig.settle();
        assertThat(rig.visible("home-voucher")).isNull();
    }

    private void payCoffee() {
        reserveCoffee();
        rig.till.approve();
        rig.awaitScreen("voucher");
    }

    private void reserveCoffee() {
        rig.scan(COFFEE);
        rig.awaitScreen("product");
        rig.touch("offer-reserve");
        rig.awaitScreen("pay");
        await().until(() -> rig.till.order().isPresent());
    }
}
