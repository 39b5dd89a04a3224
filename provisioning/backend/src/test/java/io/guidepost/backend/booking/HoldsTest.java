package io.guidepost.backend.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.backend.fixture.TestMall;
import io.guidepost.backend.fixture.TestTill;
import io.guidepost.contract.booking.Reply.HoldRefusal;
import io.guidepost.contract.booking.Reply.HoldResult;
import io.guidepost.contract.booking.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One place is one customer's, at any moment and whoever comes at the same time. */
class HoldsTest {
    private static final HoldResult SOLD_OUT = new HoldResult.HoldRefused(HoldRefusal.SOLD_OUT);
    private static final long LIMIT_SECONDS = 8;

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
    void anUnknownPaymentDoesNotTakeBackAPlaceThatIsAnothersNow() {
        HoldResult.Held late = till.held(till.haircut(mall));
        UUID latePayment = till.opened(late);
        till.clock.advance(Duration.ofMinutes(11));
        HoldResult.Held next = till.held(till.haircut(mall));
        UUID nextPayment = till.opened(next);
        till.unknown(latePayment, late);
        till.capture(latePayment, late);
        till.capture(nextPayment, next);
        assertThat(till.stateOfPayment(latePayment)).isEqualTo("REFUND_DUE");
        assertThat(till.stateOfPayment(nextPayment)).isEqualTo("CAPTURED");
    }

    @Test
    void anUnknownPaymentKeepsAPlaceThatIsStillFree() {
        HoldResult.Held late = till.held(till.haircut(mall));
        UUID payment = till.opened(late);
        till.clock.advance(Duration.ofMinutes(11));
        till.unknown(payment, late);
        assertThat(till.hold(till.haircut(mall))).isEqualTo(SOLD_OUT);
    }

    @Test
    void aPlaceThatIsJustBeingBookedIsNotGivenAway() throws Exception {
        HoldResult.Held held = till.held(till.haircut(mall));
        UUID payment = till.opened(held);
        meanwhile(
                h -> till.payments.captured(h, TestTill.KIOSK, till.captured(payment, held)),
                () -> till.clock.advance(Duration.ofMinutes(11)),
                till.haircut(mall),
                SOLD_OUT);
    }

    @Test
    void aPlaceWhosePaymentIsJustBeingOpenedIsNotGivenAway() throws Exception {
        HoldResult.Held held = till.held(till.haircut(mall));
        till.clock.advance(Duration.ofSeconds(599));
        meanwhile(
                h ->
                        till.payments.open(
                                h,
                                TestTill.KIOSK,
                                new Request.OpenPayment(
                                        UUID.randomUUID(), held.holdId(), held.amount())),
                () -> till.clock.advance(Duration.ofSeconds(2)),
                till.haircut(mall),
                SOLD_OUT);
    }

    @Test
    void theSameRequestTwiceAtOnceIsHeldOnce() throws Exception {
        Request.Hold request = till.haircut(mall);
        HoldResult[] first = new HoldResult[1];
        CompletableFuture<HoldResult> second =
                during(
                        h -> first[0] = till.holds.hold(h, TestTill.KIOSK, request),
                        () -> {},
                        request);
        assertThat(second.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(first[0]);
        assertThat(till.text("select id from holds where slot_id = ?", mall.slot()))
                .isEqualTo(List.of(request.holdId().toString()));
    }

    private static void meanwhile(
            Consumer<Handle> work, Runnable then, Request.Hold wish, HoldResult expected)
            throws Exception {
        assertThat(during(work, then, wish).get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(expected);
    }

    /**
     * Asks for a hold after some work and before its commit: it has to wait.
     *
     * @return the answer to come, the work being committed
     */
    private static CompletableFuture<HoldResult> during(
            Consumer<Handle> work, Runnable then, Request.Hold wish)
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(
                        () ->
                                till.core
                                        .database()
                                        .useTransaction(
                                                h -> {
                                                    work.accept(h);
                                                    done.countDown();
                                                    await(commit);
                                                }),
                        task -> Thread.ofVirtual().start(task));
        await(done);
        then.run();
        CompletableFuture<HoldResult> second =
                CompletableFuture.supplyAsync(
                        () -> till.hold(wish), task -> Thread.ofVirtual().start(task));
        try {
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
        } finally {
            commit.countDown();
        }
        first.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return second;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
