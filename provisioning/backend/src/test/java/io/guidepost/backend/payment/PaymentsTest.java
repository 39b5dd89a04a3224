package io.guidepost.backend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.fixture.TestMall;
import io.guidepost.backend.fixture.TestTill;
import io.guidepost.contract.booking.Reply.HoldResult;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money that was taken is booked or goes back, whatever happened to what it was for. */
class PaymentsTest {
    @TempDir static Path folder;
    private static TestTill till;
    private TestMall mall;

    @BeforeAll
    static void open() {
        till = new TestTill(folder);
    }

    @AfterAll
    static void close() {
        till.close();
    }

    @BeforeEach
    void newMall() {
        mall = TestMall.in(till.core);
    }

    @Test
    void unitsThatTheFeedTookFromTheShelfAreNotSoldThoughTheHoldRuns() {
        HoldResult.Held held = till.held(till.honey(mall, 1));
        UUID payment = till.opened(held);
        till.execute("update stock set units = 0 where offer_id = ?", mall.honey());
        till.capture(payment, held);
        assertThat(till.stateOfPayment(payment)).isEqualTo("REFUND_DUE");
    }

    @Test
    void aBookingThatTheDatabaseRefusesIsRefunded() {
        HoldResult.Held held = till.held(till.haircut(mall));
        till.execute(
                "insert into payments (id, hold_id, kiosk_id, session, currency, amount_minor,"
                    + " reference, state, opened_at, changed_at) select ?, id, kiosk_id, session,"
                    + " currency, amount_minor, 'ODD', 'NOT_TAKEN', created_at, created_at from"
                    + " holds where id = ?",
                Ids.newId(),
                held.holdId());
        till.execute(
                "insert into bookings (id, payment_id, hold_id, kiosk_id, session, offer_id,"
                    + " quantity, currency, amount_minor, booked_at) select p.id, p.id, h.id,"
                    + " h.kiosk_id, h.session, h.offer_id, 1, h.currency, h.amount_minor,"
                    + " h.created_at from holds h join payments p on p.hold_id = h.id where h.id ="
                    + " ?",
                held.holdId());
        UUID payment = till.opened(held);
        till.capture(payment, held);
        assertThat(till.stateOfPayment(payment)).isEqualTo("REFUND_DUE");
        assertThat(till.stateOfHold(held)).isEqualTo("HELD");
    }

    @Test
    void aTerminalsLongNumbersAreCutAndNoReasonToRefuseItsMoney() {
        HoldResult.Held held = till.held(till.haircut(mall));
        UUID payment = till.opened(held);
        KioskEvent.PaymentCaptured event =
                new KioskEvent.PaymentCaptured(
                        TestTill.SESSION,
                        payment,
                        held.holdId(),
                        held.amount(),
                        "T".repeat(200),
                        "A".repeat(200),
                        Optional.empty(),
                        till.clock.instant());
        till.core.database().useTransaction(h -> till.payments.captured(h, TestTill.KIOSK, event));
        assertThat(till.stateOfPayment(payment)).isEqualTo("CAPTURED");
        assertThat(
                        till.text(
                                "select terminal_transaction || authorisation_code from payments"
                                        + " where id = ?",
                                payment))
                .containsExactly("T".repeat(100) + "A".repeat(100));
    }
}
