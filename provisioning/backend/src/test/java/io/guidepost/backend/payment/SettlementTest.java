package io.guidepost.backend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.backend.fixture.TestTill;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.money.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment that the provider refuses stands in nobody's way. */
class SettlementTest {
    private static final int MANY = 100;

    @TempDir Path folder;
    private TestTill till;
    private Refusing provider;
    private Settlement settlement;

    /** The sandbox, for all but some payments. */
    private static final class Refusing implements PaymentProvider {
        private final PaymentProvider sandbox;
        private final List<UUID> refused = new ArrayList<>();
        private final AtomicInteger asked = new AtomicInteger();

        Refusing(PaymentProvider sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public void authorise(UUID paymentId, Money amount, String reference) {
            sandbox.authorise(paymentId, amount, reference);
        }

        @Override
        public void capture(UUID paymentId, Money amount, String terminalTransaction) {
            asked.incrementAndGet();
            if (refused.contains(paymentId)) {
                throw new IllegalStateException("refused");
            }
            sandbox.capture(paymentId, amount, terminalTransaction);
        }

        @Override
        public void refund(UUID paymentId, Money amount, String reference) {
            sandbox.refund(paymentId, amount, reference);
        }
    }

    @BeforeEach
    void open() {
        till = new TestTill(folder);
        provider = new Refusing(new SandboxProvider(till.core.database(), till.clock));
        settlement = new Settlement(till.core.database(), provider, till.clock);
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void refusedPaymentsStandInNobodysWay() {
        for (int i = 0; i < MANY; i++) {
            provider.refused.add(captured(i));
        }
        UUID last = captured(MANY);
        settlement.settle();
        settlement.settle();
        assertThat(unsettled()).doesNotContain(last.toString()).hasSize(MANY);
    }

    @Test
    void aRefusedPaymentIsTriedAgainLaterAndLater() {
        UUID payment = captured(1);
        provider.refused.add(payment);
        for (int pass = 0; pass < 100; pass++) {
            settlement.settle();
            till.clock.advance(Duration.ofSeconds(30));
        }
        assertThat(provider.asked.get()).isBetween(5, 20);
        provider.refused.clear();
        till.clock.advance(Duration.ofHours(2));
        settlement.settle();
        assertThat(unsettled()).isEmpty();
    }

    private UUID captured(int second) {
        UUID payment = Ids.newId();
        till.execute(
                "insert into payments (id, kiosk_id, session, currency, amount_minor, reference,"
                        + " state, terminal_transaction, opened_at, changed_at) values (?,"
                        + " 'kiosk-1', 's', 'EUR', 100, ?, 'CAPTURED', 'T', ?, ?)",
                payment,
                Ids.newReference(),
                till.clock.instant(),
                till.clock.instant().plusSeconds(second));
        return payment;
    }

    private List<String> unsettled() {
        return till.text("select id from payments where not settled");
    }
}
