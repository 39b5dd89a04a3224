package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.sign.VoucherToken;
import io.guidepost.devices.sim.Charge;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.kiosk.demo.HeadOffice;
import io.guidepost.kiosk.demo.Receipts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nobody pays twice and no sale is lost, whenever the kiosk dies. */
class PaymentKillIT {
    /** ESC/POS: a code page is chosen, the word follows, and the line is printed. */
    private static final Pattern MARKED = Pattern.compile("\\x1bt[\\x00-\\xff]COPY\\n");

    @TempDir Path data;

    @Test
    void aKioskThatDiesBetweenApprovalAndReportSellsOnceAndChargesOnce() {
        try (Town town = Town.build(data, Broker.EMBEDDED);
                TcpProxy paper = new TcpProxy(town.kiosk().devices().printer().address().port())) {
            Map<String, String> watched = new HashMap<>(Town.QUICK);
            watched.put("device.printer.line", "tcp:127.0.0.1:" + paper.port());
            town.startKiosk(watched);
            // The terminal charges, and the kiosk never hears of it.
            town.kiosk().devices().terminal().setUsual(TerminalBehaviour.SWALLOW_REPLY);
            town.customer().bookService(town.mall());
            Awaitility.await()
                    .atMost(Town.SOON)
                    .until(() -> town.kiosk().devices().terminal().charges().size() == 1);
            town.kiosk().process().child().kill();
            assertThat(town.office().sales()).noneMatch(HeadOffice::isPaid);

            town.startKiosk(watched);
            JsonNode sale =
                    town.office().seeSale("kiosk-1", town.mall().haircut(), Town.EVENTUALLY);

            assertThat(town.office().sales()).hasSize(1);
            assertThat(town.kiosk().devices().terminal().charges())
                    .singleElement()
                    .extracting(Charge::amountMinor, Charge::reversedMinor)
                    .containsExactly(sale.path("amount").path("minor").asLong(), 0L);
            copyComesOutOfThePrinter(town, paper, sale);

            Awaitility.await()
                    .atMost(Town.EVENTUALLY)
                    .until(() -> town.office().sales().get(0).path("settled").asBoolean(false));
            town.rig().backend().close();
            assertThat(town.ask("select count(*) from ledger where entry = 'CAPTURED'")).isOne();
            assertThat(town.ask("select count(*) from ledger where entry = 'REFUNDED'")).isZero();
            assertThat(town.ask("select count(*) from bookings")).isOne();
        }
    }

    /** Staff hand the customer who came back the voucher of the payment that was cut short. */
    private static void copyComesOutOfThePrinter(Town town, TcpProxy paper, JsonNode sale) {
        assertThat(paper.sent()).doesNotContainPattern(MARKED);
        int before = town.kiosk().devices().printer().receipts().size();
        town.customer().printLastVoucherAgain(town.mall().staff().getFirst());
        VoucherToken voucher =
                Receipts.verified(
                        town.kiosk(), Receipts.await(town.kiosk(), before + 1, Town.SOON));
        assertThat(MARKED.matcher(paper.sent()).results()).as("COPY, a line of its own").hasSize(1);
        assertThat(voucher.voucherId()).isNotNull();
        assertThat(sale.path("voucher").path("reference").asString("")).isNotEmpty();
        Awaitility.await()
                .atMost(Town.SOON)
                .until(
                        () ->
                                town.office().sales().get(0).path("voucher").path("copies").asInt()
                                        == 1);
    }
}
