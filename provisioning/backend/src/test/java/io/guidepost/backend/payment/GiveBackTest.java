package io.guidepost.backend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.fixture.TestMall;
import io.guidepost.backend.fixture.TestTill;
import io.guidepost.contract.booking.Reply.HoldResult;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold is given back when nobody pays for it any more, and never before. */
class GiveBackTest {
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
    void aHoldIsNotGivenBackWhileItsPaymentMayTakeMoney() {
        HoldResult.Held held = till.held(till.haircut(mall));
        UUID payment = till.opened(held);
        till.release(held);
        assertThat(till.stateOfHold(held)).isEqualTo("HELD");
        till.unknown(payment, held);
        till.release(held);
        assertThat(till.stateOfHold(held)).isEqualTo("HELD");
        till.capture(payment, held);
        assertThat(till.stateOfPayment(payment)).isEqualTo("CAPTURED");
    }

    @Test
    void aHoldIsGivenBackWhenNothingWasTakenWhicheverIsHeardFirst() {
        HoldResult.Held asked = till.held(till.haircut(mall));
        UUID payment = till.opened(asked);
        till.release(asked);
        till.notTaken(payment, asked);
        assertThat(till.stateOfHold(asked)).isEqualTo("RELEASED");

        HoldResult.Held declined = till.held(till.haircut(mall));
        till.notTaken(till.opened(declined), declined);
        assertThat(till.stateOfHold(declined)).as("for another card").isEqualTo("HELD");
        till.release(declined);
        assertThat(till.stateOfHold(declined)).isEqualTo("RELEASED");
    }

    @Test
    void aHoldThatWasAskedBackStaysForASecondPayment() {
        HoldResult.Held held = till.held(till.haircut(mall));
        UUID first = till.opened(held);
        UUID second = till.opened(held);
        till.release(held);
        till.notTaken(first, held);
        assertThat(till.stateOfHold(held)).isEqualTo("HELD");
        till.notTaken(second, held);
        assertThat(till.stateOfHold(held)).isEqualTo("RELEASED");
    }
}
