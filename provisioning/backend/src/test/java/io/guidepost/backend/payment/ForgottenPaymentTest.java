package io.guidepost.backend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.fixture.TestMall;
import io.guidepost.backend.fixture.TestTill;
import io.guidepost.contract.booking.Reply.HoldResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment that no kiosk reports does not stay open for ever. */
class ForgottenPaymentTest {
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
    void aForgottenPaymentIsClosedADayLateAndItsMoneyStillCounts() {
        HoldResult.Held held = till.held(till.haircut(mall));
        UUID forgotten = till.opened(held);
        HoldResult.Held doubted = till.held(till.honey(mall, 1));
        UUID unsure = till.opened(doubted);
        till.unknown(unsure, doubted);
        till.clock.advance(Duration.ofHours(23));
        till.closeForgotten();
        assertThat(till.stateOfPayment(forgotten)).isEqualTo("OPENED");
        till.clock.advance(Duration.ofHours(2));
        till.closeForgotten();
        assertThat(till.stateOfPayment(forgotten)).isEqualTo("NOT_TAKEN");
        assertThat(till.stateOfPayment(unsure)).as("the kiosk still asks").isEqualTo("UNKNOWN");
        till.capture(forgotten, held);
        assertThat(till.stateOfPayment(forgotten)).isEqualTo("CAPTURED");
    }
}
