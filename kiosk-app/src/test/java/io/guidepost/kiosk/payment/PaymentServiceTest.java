package io.guidepost.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.TerminalStep;
import io.guidepost.devices.terminal.nexo.NexoSettings;
import io.guidepost.devices.terminal.nexo.NexoTerminal;
import io.guidepost.devices.transport.TcpLine;
import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.booking.HeldBooking;
import io.guidepost.kiosk.booking.HoldOutcome;
import io.guidepost.kiosk.link.BackendLink;
import io.guidepost.kiosk.link.LinkSettings;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.Mosquitto;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Payments at a simulated terminal that speaks nexo over TCP, reported over a real broker. */
@Timeout(60)
class PaymentServiceTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final Clock clock = Clock.systemUTC();
    private Mosquitto broker;
    private BackendSide backend;
    private TerminalSimulator simulator;
    private Running kiosk;

    PaymentServiceTest() {}

    /** One run of the program, as far as money is concerned. */
    private final class Running implements AutoCloseable {
        private final Counters counters = new Counters();
        private final BackgroundTasks tasks = new BackgroundTasks();
        private final Store store =
                Store.open(folder.resolve("data"), BackendSide.KIOSK, counters, clock);
        private final BackendLink link =
                new BackendLink(
                        settings(),
                        new BackendLink.Stores(store.outbox(), store.updates()),
                        new BackendLink.Engine(tasks, counters, clock));
        private final NexoTerminal terminal =
                new NexoTerminal(
                        new DeviceId(DeviceKind.TERMINAL, "nexo"),
                        TcpLine.to(simulator.address(), Duration.ofSeconds(1)),
                        new NexoSettings(
                                "kiosk-1",
                                "POI-1",
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                Duration.ofMillis(700),
                                Duration.ofSeconds(15)),
                        InstantSource.system());
        private final BookingService booking = new BookingService(link, tasks, clock);
        private final PaymentService payments =
                new PaymentService(
                        new PaymentService.Parties(link, new TerminalAsTill(terminal), booking),
                        new PaymentService.Books(store.payments(), store.events()),
                        tasks,
                        new PaymentService.Pace(
                                Duration.ofMillis(100),
                                Duration.ofMillis(300),
                                Duration.ofSeconds(6)),
                        clock);

        Running() {
            terminal.start();
            link.start(_ -> Optional.empty());
            await().atMost(SOON).until(() -> link.connection().get() == Connection.ONLINE);
            await().atMost(SOON).until(() -> terminal.status().usable());
        }

        HeldBooking hold() throws Exception {
            HoldOutcome outcome =
                    booking.hold(
                                    new SessionId(Ids.newId().toString()),
                                    Samples.tea(2500, 1),
                                    Optional.empty(),
                                    2,
                                    Optional.empty())
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS);
            return ((HoldOutcome.Held) outcome).booking();
        }

        PaymentState end(Payment payment) {
            await().atMost(SOON).until(() -> payment.state().get().isFinal());
            return payment.state().get();
        }

        @Override
        public void close() {
            link.close();
            terminal.close();
            tasks.close();
            store.close();
        }
    }

    private record TerminalAsTill(NexoTerminal terminal) implements Till {
        @Override
        public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
            return terminal.pay(order);
        }

        @Override
        public CompletionStage<TransactionStatus> status(PaymentOrder order) {
            return terminal.status(order);
        }

        @Override
        public void abort(PaymentId id) {
            terminal.abort(id);
        }
    }

    private LinkSettings settings() {
        return new LinkSettings(
                new LinkSettings.Who(
                        BackendSide.TENANT,
                        BackendSide.KIOSK,
                        BackendSide.GROUP,
                        Optional.empty(),
                        Optional.of(backend.key().verifyingKey())),
                new LinkSettings.Where(
                        URI.create("tcp://127.0.0.1:" + broker.port()), backend.http()),
                new LinkSettings.Pace(
                        Duration.ofSeconds(5),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5)),
                folder.resolve("data"),
                "guidepost test");
    }

    @BeforeEach
    void start() throws IOException {
        broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
        backend = BackendSide.start(broker.port());
        simulator = TerminalSimulator.start(0, folder.resolve("terminal.journal"));
        simulator.script().setThinking(Duration.ofMillis(50));
        kiosk = new Running();
    }

    @AfterEach
    void stop() throws IOException {
        kiosk.close();
        simulator.close();
        backend.close();
        broker.close();
    }

    @Test
    void anApprovedPaymentIsChargedAndReportedOnce() throws Exception {
        Payment payment = kiosk.payments.pay(kiosk.hold());
        List<PaymentState> seen = new CopyOnWriteArrayList<>();
        var watching = payment.state().observe(seen::add);

        assertThat(kiosk.end(payment))
                .isEqualTo(
                        new PaymentState.Approved(payment.id(), Money.of(5000, "EUR"), "AB12CD34"));
        assertThat(simulator.charges()).hasSize(1);
        await().atMost(SOON).until(() -> kiosk.store.outbox().size() == 0);
        assertThat(backend.sales()).containsOnlyKeys(payment.id());
        assertThat(seen).anyMatch(s -> s instanceof PaymentState.AtTerminal);
        assertThat(kiosk.payments.busy().get()).isFalse();
        watching.close();
    }

    @Test
    void aDeclinedPaymentIsReportedAsNotTaken() throws Exception {
        simulator.next(TerminalBehaviour.DECLINE);
        Payment payment = kiosk.payments.pay(kiosk.hold());

        assertThat(kiosk.end(payment))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.DECLINED));
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-not-taken"));
        assertThat(simulator.charges()).isEmpty();
    }

    @Test
    void cancelReachesTheTerminal() throws Exception {
        simulator.next(TerminalBehaviour.TIME_OUT);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON)
                .until(
                        () ->
                                simulator.waiting().isPresent()
                                        || payment.state().get()
                                                instanceof PaymentState.AtTerminal);

        payment.cancel();

        assertThat(kiosk.end(payment))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.CANCELLED));
        assertThat(simulator.charges()).isEmpty();
    }

    @Test
    void anUnknownPaymentResolvesByItselfAndIsChargedOnce() throws Exception {
        Queue<UUID> released = releases();
        simulator.next(TerminalBehaviour.SWALLOW_REPLY);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON).until(() -> simulator.charges().size() == 1);
        simulator.setMute(true);
        await().atMost(SOON).until(() -> payment.state().get() instanceof PaymentState.Unknown);
        // The customer goes.
        kiosk.booking.release();
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-unknown"));
        assertThat(kiosk.payments.busy().get()).isFalse();

        simulator.setMute(false);

        assertThat(kiosk.end(payment)).isInstanceOf(PaymentState.Approved.class);
        await().atMost(SOON).until(() -> backend.sales().containsKey(payment.id()));
        assertThat(simulator.charges()).hasSize(1);
        assertThat(released).isEmpty();
    }

    @Test
    void aPaymentThatTheTerminalBeginsLateIsNotTakenForOneItNeverSaw() throws Exception {
        simulator.script().setLateness(Duration.ofSeconds(5));
        simulator.next(TerminalBehaviour.BEGIN_LATE);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON).until(() -> payment.state().get() instanceof PaymentState.Unknown);

        assertThat(kiosk.end(payment)).isInstanceOf(PaymentState.Approved.class);
        await().atMost(SOON).until(() -> backend.sales().containsKey(payment.id()));
        assertThat(simulator.charges()).hasSize(1);
        assertThat(backend.events()).doesNotContainValue("payment-not-taken");
    }

    @Test
    void aPaymentThatTheTerminalForgotIsNotTakenInTheEnd() throws Exception {
        simulator.next(TerminalBehaviour.BEGIN_LATE);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON).until(() -> payment.state().get() instanceof PaymentState.AtTerminal);
        await().atMost(SOON).until(() -> payment.state().get() instanceof PaymentState.Unknown);
        int port = simulator.address().port();
        simulator.close();
        simulator = TerminalSimulator.start(port, folder.resolve("terminal.journal"));

        assertThat(kiosk.end(payment))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.TERMINAL_AWAY));
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-not-taken"));
        assertThat(backend.events()).containsValue("payment-unknown");
    }

    @Test
    void aRestartBetweenApprovalAndReportLosesNothing() throws Exception {
        simulator.next(TerminalBehaviour.SWALLOW_REPLY);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON).until(() -> simulator.charges().size() == 1);
        simulator.setMute(true);
        kiosk.close();
        simulator.setMute(false);

        kiosk = new Running();
        kiosk.payments.recover();

        await().atMost(SOON).until(() -> backend.sales().containsKey(payment.id()));
        await().atMost(SOON).until(() -> kiosk.store.outbox().size() == 0);
        assertThat(simulator.charges()).hasSize(1);
        assertThat(kiosk.payments.recent(10).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .extracting(PaymentIntent::paymentId)
                .containsExactly(payment.id());
    }

    @Test
    void whatWasNotPaidIsTheCustomersAgainOrGivenBackWhereTheyHaveGone() throws Exception {
        Queue<UUID> released = releases();
        simulator.next(TerminalBehaviour.DECLINE);
        HeldBooking held = kiosk.hold();
        kiosk.end(kiosk.payments.pay(held));
        assertThat(kiosk.booking.held().get()).contains(held);

        simulator.next(TerminalBehaviour.ASK);
        Payment again = kiosk.payments.pay(held);
        await().atMost(SOON).until(() -> simulator.waiting().isPresent());
        kiosk.booking.release();
        assertThat(released).isEmpty();
        again.cancel();

        kiosk.end(again);
        await().atMost(SOON).until(() -> List.copyOf(released).equals(List.of(held.holdId())));
        assertThat(kiosk.booking.held().get()).isEmpty();
    }

    private Queue<UUID> releases() {
        Queue<UUID> released = new ConcurrentLinkedQueue<>();
        backend.answer(
                request -> {
                    if (request instanceof Request.Release(UUID hold)) {
                        released.add(hold);
                    }
                    return Optional.empty();
                });
        return released;
    }

    @Test
    void aPaymentThatTheBackendFailedToOpenIsReportedAsNotTaken() throws Exception {
        HeldBooking held = kiosk.hold();
        backend.answer(
                request ->
                        request instanceof Request.OpenPayment
                                ? Optional.of(new Reply.Failed("the service failed"))
                                : Optional.empty());
        assertThat(kiosk.end(kiosk.payments.pay(held)))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.NOT_REACHABLE));
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-not-taken"));
    }

    @Test
    void aPaymentThatCannotBeWrittenDownIsReportedAsNotTaken() throws Exception {
        PaymentService unable =
                new PaymentService(
                        new PaymentService.Parties(
                                kiosk.link, new TerminalAsTill(kiosk.terminal), kiosk.booking),
                        new PaymentService.Books(
                                new FullLedger(kiosk.store.payments()), kiosk.store.events()),
                        kiosk.tasks,
                        PaymentService.Pace.STANDARD,
                        clock);
        assertThat(kiosk.end(unable.pay(kiosk.hold())))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.NOT_POSSIBLE_NOW));
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-not-taken"));
        assertThat(simulator.charges()).isEmpty();
    }

    /** Takes no more payments. */
    private record FullLedger(PaymentLedger rest) implements PaymentLedger {
        @Override
        public void open(PaymentIntent intent) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void advance(PaymentIntent intent, KioskEvent event) {
            rest.advance(intent, event);
        }

        @Override
        public List<PaymentIntent> unresolved() {
            return rest.unresolved();
        }

        @Override
        public Optional<PaymentIntent> find(UUID paymentId) {
            return rest.find(paymentId);
        }

        @Override
        public List<PaymentIntent> captured(int limit) {
            return rest.captured(limit);
        }
    }

    @Test
    void anEndedHoldNeverReachesTheTerminal() throws Exception {
        HeldBooking held = kiosk.hold();
        backend.answer(
                request ->
                        request instanceof Request.OpenPayment
                                ? Optional.of(
                                        new Reply.PaymentResult.PaymentRefused(
                                                Reply.PaymentRefusal.HOLD_ENDED))
                                : Optional.empty());

        assertThat(kiosk.end(kiosk.payments.pay(held)))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.HOLD_ENDED));
        assertThat(simulator.charges()).isEmpty();
        assertThat(kiosk.store.payments().unresolved()).isEmpty();
    }

    @Test
    void aHoldThatIsReleasedInTheMomentOfItsPaymentIsNotPaid() throws Exception {
        Queue<Request<?>> asked = new ConcurrentLinkedQueue<>();
        HeldBooking held = kiosk.hold();
        backend.answer(
                request -> {
                    asked.add(request);
                    return Optional.empty();
                });
        kiosk.booking.release();

        assertThat(kiosk.payments.pay(held).state().get())
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.HOLD_ENDED));
        await().atMost(SOON)
                .until(() -> asked.stream().anyMatch(Request.Release.class::isInstance));
        assertThat(asked).noneMatch(Request.OpenPayment.class::isInstance);
        assertThat(kiosk.end(kiosk.payments.pay(kiosk.hold())))
                .isInstanceOf(PaymentState.Approved.class);
    }

    @Test
    void aPartialApprovalIsNeverBookedAndGoesBack() throws Exception {
        simulator.next(TerminalBehaviour.PARTIAL);
        HeldBooking held = kiosk.hold();
        assertThat(kiosk.end(kiosk.payments.pay(held)))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.GIVEN_BACK));
        assertThat(simulator.charges())
                .singleElement()
                .satisfies(c -> assertThat(c.reversedMinor()).isEqualTo(c.amountMinor()));
        await().atMost(SOON).until(() -> backend.events().containsValue("payment-not-taken"));
        assertThat(backend.events()).doesNotContainValue("payment-captured");
        assertThat(kiosk.booking.held().get()).contains(held);
    }

    @Test
    void aPartialApprovalThatCannotGoBackStaysUnknownUntilItCan() throws Exception {
        simulator.next(TerminalBehaviour.PARTIAL);
        simulator.script().set(TerminalStep.REVERSAL, TerminalFault.DEAF);
        Payment payment = kiosk.payments.pay(kiosk.hold());
        await().atMost(SOON).until(() -> payment.state().get() instanceof PaymentState.Unknown);
        simulator.script().clear();
        assertThat(kiosk.end(payment))
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.GIVEN_BACK));
        assertThat(simulator.charges())
                .singleElement()
                .satisfies(c -> assertThat(c.reversedMinor()).isEqualTo(c.amountMinor()));
        assertThat(backend.events()).doesNotContainValue("payment-captured");
    }

    @Test
    void aTerminalThatBreaksItsWordIsNotBooked() throws Exception {
        LyingTill till = new LyingTill();
        PaymentService deceived =
                new PaymentService(
                        new PaymentService.Parties(kiosk.link, till, kiosk.booking),
                        new PaymentService.Books(kiosk.store.payments(), kiosk.store.events()),
                        kiosk.tasks,
                        new PaymentService.Pace(
                                Duration.ofMillis(100),
                                Duration.ofMillis(100),
                                Duration.ofSeconds(6)),
                        clock);
        Payment payment = deceived.pay(kiosk.hold());
        await().atMost(SOON).until(() -> till.questions.get() >= 3);
        assertThat(payment.state().get()).isInstanceOf(PaymentState.Unknown.class);
        assertThat(kiosk.store.payments().unresolved()).hasSize(1);
        assertThat(backend.events()).doesNotContainValue("payment-captured");
    }

    /** Says that it took a cent more than it was asked for. */
    private static final class LyingTill implements Till {
        private final AtomicInteger questions = new AtomicInteger();

        @Override
        public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
            return CompletableFuture.completedStage(tooMuch(order));
        }

        @Override
        public CompletionStage<TransactionStatus> status(PaymentOrder order) {
            questions.incrementAndGet();
            return CompletableFuture.completedStage(new TransactionStatus.Finished(tooMuch(order)));
        }

        @Override
        public void abort(PaymentId id) {}

        private static PaymentOutcome tooMuch(PaymentOrder order) {
            return new PaymentOutcome.Approved(
                    order.amountMinor() + 1, order.currency(), "1", "T-1", Optional.empty());
        }
    }

    @Test
    void aTerminalThatWasAwayStartsTheDoubtAnew() throws Exception {
        TransactionStatus missing = new TransactionStatus.NotFound();
        ForgetfulTill till = new ForgetfulTill();
        till.answers.add(_ -> missing);
        // At 50 ms or more each this is longer than the doubt.
        for (int i = 0; i < 12; i++) {
            till.answers.add(_ -> new TransactionStatus.NoAnswer("away"));
        }
        till.answers.add(_ -> missing);
        till.answers.add(_ -> new TransactionStatus.InProgress());
        till.answers.add(_ -> missing);
        till.answers.add(
                order ->
                        new TransactionStatus.Finished(
                                new PaymentOutcome.Approved(
                                        order.amountMinor(),
                                        order.currency(),
                                        "1",
                                        "T-1",
                                        Optional.empty())));
        assertThat(kiosk.end(at(till).pay(kiosk.hold()))).isInstanceOf(PaymentState.Approved.class);
        assertThat(till.aborts).hasValue(3);
    }

    @Test
    void aPaymentThatIsGivenUpIsStoppedAtTheTerminalOnceMore() throws Exception {
        ForgetfulTill till = new ForgetfulTill();
        assertThat(kiosk.end(at(till).pay(kiosk.hold())))
                .isInstanceOf(PaymentState.NotApproved.class);
        assertThat(till.aborts.get()).isPositive().isEqualTo(till.missing.get());
    }

    private PaymentService at(Till till) {
        return new PaymentService(
                new PaymentService.Parties(kiosk.link, till, kiosk.booking),
                new PaymentService.Books(kiosk.store.payments(), kiosk.store.events()),
                kiosk.tasks,
                new PaymentService.Pace(
                        Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(500)),
                clock);
    }

    /**
     * Loses sight of a payment, then says what the test wants, in the end that it knows nothing.
     */
    private static final class ForgetfulTill implements Till {
        private final Queue<Function<PaymentOrder, TransactionStatus>> answers =
                new ConcurrentLinkedQueue<>();
        private final AtomicInteger missing = new AtomicInteger();
        private final AtomicInteger aborts = new AtomicInteger();

        @Override
        public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
            return CompletableFuture.completedStage(new PaymentOutcome.Unknown("away"));
        }

        @Override
        public CompletionStage<TransactionStatus> status(PaymentOrder order) {
            Function<PaymentOrder, TransactionStatus> next = answers.poll();
            TransactionStatus said =
                    next == null ? new TransactionStatus.NotFound() : next.apply(order);
            if (said instanceof TransactionStatus.NotFound) {
                missing.incrementAndGet();
            }
            return CompletableFuture.completedStage(said);
        }

        @Override
        public void abort(PaymentId id) {
            aborts.incrementAndGet();
        }
    }

    @Test
    void oneAtATime() throws Exception {
        simulator.next(TerminalBehaviour.ASK);
        Payment first = kiosk.payments.pay(kiosk.hold());
        Payment second = kiosk.payments.pay(kiosk.hold());
        assertThat(second.state().get())
                .isEqualTo(new PaymentState.NotApproved(NotApprovedReason.NOT_POSSIBLE_NOW));
        await().atMost(SOON).until(simulator::presentCard);
        assertThat(kiosk.end(first)).isInstanceOf(PaymentState.Approved.class);
    }
}
