package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.PaymentId;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card terminal that speaks nexo Sale-to-POI 3.1 as JSON over TCP. One connection, logged in at
 * its start; each payment is asked for before it is sent and after its answer was lost, by a
 * service id made from the payment's id, so that it is never sent twice.
 *
 * <p>Counts {@code approved}, {@code declined}, {@code unknowns} (payments by their outcome),
 * {@code settlements} (answers that had to be asked for again), {@code timeouts} (questions without
 * an answer in time), {@code refused-answers} (answers that nobody asked for, late ones among
 * them), {@code logged-out}, {@code aborts-lost}, {@code retries}.
 */
public final class NexoTerminal extends ManagedDevice implements PaymentTerminal {
    private static final Logger LOG = LoggerFactory.getLogger(NexoTerminal.class);
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);
    private static final Duration ABORT_AGAIN = Duration.ofSeconds(1);

    private final NexoSettings settings;
    private final NexoLink link;
    private final PaymentRun.Past past = new PaymentRun.Past(new PaymentIds(), new PaymentIds());
    private final PaymentIds reversalsSent = new PaymentIds();
    private final GiveBack giveBack = new GiveBack(this::reverse, reversalsSent);
    private final AtomicReference<@Nullable Paying> paying = new AtomicReference<>();
    private final Map<ReversalOrder, CompletableFuture<ReversalOutcome>> reversing =
            new ConcurrentHashMap<>();

    /** The payment that runs. */
    private record Paying(PaymentId id, CompletableFuture<PaymentOutcome> outcome) {}

    public NexoTerminal(
            DeviceId id, LineOpener opener, NexoSettings settings, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.link = new NexoLink(settings, state, opener);
    }

    @Override
    public void start() {
        link.start();
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
        Paying mine = new Paying(order.id(), new CompletableFuture<>());
        Paying other = paying.compareAndExchange(null, mine);
        if (other == null) {
            Thread.ofVirtual().name(id() + "-payment").start(() -> pay(order, mine));
            return mine.outcome();
        }
        if (other.id().equals(order.id())) {
            return other.outcome();
        }
        return CompletableFuture.completedStage(
                counted(
                        past.sent().contains(order.paymentId())
                                ? new PaymentOutcome.Unknown("another payment runs")
                                : new Declined(DeclineReason.BUSY)));
    }

    private void pay(PaymentOrder order, Paying mine) {
        PaymentOutcome outcome;
        try {
            outcome = new PaymentRun(order, settings, link, state, past, giveBack).run();
        } catch (Exception e) {
            LOG.error("payment {} failed in the driver", order.paymentId(), e);
            outcome = new PaymentOutcome.Unknown("failed: " + e);
        }
        paying.set(null);
        mine.outcome().complete(counted(outcome));
    }

    @Override
    public CompletionStage<TransactionStatus> status(PaymentOrder order) {
        return once(
                new ConcurrentHashMap<>(),
                order.id(),
                () -> ask(order),
                TransactionStatus.NoAnswer::new);
    }

    @Override
    public CompletionStage<ReversalOutcome> reverse(ReversalOrder order) {
        return once(
                reversing,
                order,
                () -> new ReversalRun(order, settings, link, state, reversalsSent).run(),
                ReversalOutcome.Unknown::new);
    }

    /**
     * A payment that was not sent yet will not be. One that was may still be on its way to the
     * terminal, or the connection may break: an abort says nothing about its success, so it is
     * repeated for as long as the payment runs.
     */
    @Override
    public void abort(PaymentId id) {
        past.aborted().add(id.value());
        Thread.ofVirtual()
                .name(id() + "-abort")
                .start(
                        () -> {
                            try {
                                sendAbort(id);
                                while (isPaying(id) && !link.closed()) {
                                    Thread.sleep(ABORT_AGAIN);
                                    sendAbort(id);
                                }
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private boolean isPaying(PaymentId id) {
        Paying now = paying.get();
        return now != null && now.id().equals(id);
    }

    private void sendAbort(PaymentId id) throws InterruptedException {
        try {
            Optional<NexoSession> session = link.session(CONNECT_WAIT);
            if (session.isPresent()) {
                session.get()
                        .send(
                                "Abort",
                                ServiceIds.fresh(),
                                NexoRequests.abort(id.value(), settings));
            }
        } catch (IOException _) {
            // The payment sees the lost connection itself.
            state.count("aborts-lost");
        }
    }

    private TransactionStatus ask(PaymentOrder order) throws InterruptedException {
        Optional<NexoSession> session = link.session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return new TransactionStatus.NoAnswer("the terminal is not connected");
        }
        return switch (link.ask(session.get(), "Payment", order.paymentId())) {
            case Asked.Known(var body) ->
                    new TransactionStatus.Finished(
                            switch (NexoAnswers.payment(body, order)) {
                                case Told.Clear(PaymentOutcome outcome) -> outcome;
                                case Told.Wrong wrong -> giveBack.giveBack(order, wrong);
                            });
            case Asked.Running _ -> new TransactionStatus.InProgress();
            case Asked.Missing _ -> new TransactionStatus.NotFound();
            case Asked.Silent(String reason) -> new TransactionStatus.NoAnswer(reason);
        };
    }

    private PaymentOutcome counted(PaymentOutcome outcome) {
        state.count(
                switch (outcome) {
                    case Approved _ -> "approved";
                    case Declined _ -> "declined";
                    case PaymentOutcome.Unknown _ -> "unknowns";
                });
        return outcome;
    }

    /**
     * Runs the work on a virtual thread; whoever asks for the same while it runs gets the same
     * answer.
     */
    private static <K, T> CompletableFuture<T> once(
            Map<K, CompletableFuture<T>> running,
            K key,
            Callable<T> work,
            Function<String, T> unknown) {
        CompletableFuture<T> fresh = new CompletableFuture<>();
        CompletableFuture<T> earlier = running.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier;
        }
        Thread.ofVirtual()
                .name("terminal-work")
                .start(
                        () -> {
                            T result;
                            try {
                                result = work.call();
                            } catch (Exception e) {
                                result = unknown.apply("failed: " + e);
                            }
                            running.remove(key);
                            fresh.complete(result);
                        });
        return fresh;
    }
}
