package io.guidepost.devices.terminal.zvt;

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
import io.guidepost.devices.terminal.Joined;
import io.guidepost.devices.terminal.PaymentIds;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card terminal that speaks ZVT, as those of CCV, Ingenico, Verifone and others do in Germany,
 * Austria and Switzerland. The protocol knows no id of the till's: a payment is joined to the
 * terminal's receipt number in a file, the receipt book, and a lost answer is found again by the
 * terminal's last receipt.
 *
 * <p>Counts {@code approved}, {@code declined}, {@code unknowns}, {@code settlements}, {@code
 * timeouts}, {@code logged-out}, {@code refused-messages}, {@code unknown-fields}, {@code
 * late-messages}, {@code aborts-lost}, {@code ends-of-day}, {@code retries}.
 */
public final class ZvtTerminal extends ManagedDevice implements PaymentTerminal {
    private static final Logger LOG = LoggerFactory.getLogger(ZvtTerminal.class);
    private static final PaymentId NOBODY = PaymentId.random();
    private static final Duration ABORT_AGAIN = Duration.ofSeconds(1);
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);

    private final ZvtSettings settings;
    private final ZvtLink link;
    private final ReceiptBook book;
    private final Errand errand;
    private final PaymentIds aborted = new PaymentIds();
    private final AtomicReference<PaymentId> atWork = new AtomicReference<>(NOBODY);
    private final Joined<PaymentId, PaymentOutcome> paying =
            new Joined<>(PaymentOutcome.Unknown::new);
    private final Joined<PaymentId, TransactionStatus> asking =
            new Joined<>(TransactionStatus.NoAnswer::new);
    private final Joined<ReversalOrder, ReversalOutcome> reversing =
            new Joined<>(ReversalOutcome.Unknown::new);
    private final Joined<String, EndOfDay> closing = new Joined<>(EndOfDay.Unknown::new);

    /**
     * How to reach a terminal.
     *
     * @param wires how messages travel on the line: {@link TcpWire} or {@link SerialWire}
     */
    public record Access(LineOpener opener, Function<ByteLine, ZvtWire> wires) {}

    /**
     * Not started yet.
     *
     * @param book the file of the receipt book; made when missing
     */
    public ZvtTerminal(
            DeviceId id, Access access, ZvtSettings settings, Path book, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.link = new ZvtLink(settings, state, access.opener(), access.wires());
        this.book = new ReceiptBook(book);
        this.errand = new Errand(settings, link, this.book, state);
    }

    @Override
    public void start() {
        link.start();
    }

    @Override
    public void close() {
        link.close();
        try {
            book.close();
        } catch (IOException e) {
            LOG.warn("{}: the receipt book did not close", id(), e);
        }
    }

    @Override
    public CompletionStage<PaymentOutcome> pay(PaymentOrder order) {
        PaymentId me = order.id();
        if (!atWork.compareAndSet(NOBODY, me) && !atWork.get().equals(me)) {
            return CompletableFuture.completedFuture(counted(otherAtWork(order)));
        }
        return paying.run(
                me,
                () -> {
                    try {
                        return counted(new PaymentRun(order, errand, aborted).pay());
                    } finally {
                        atWork.compareAndSet(me, NOBODY);
                    }
                });
    }

    private PaymentOutcome otherAtWork(PaymentOrder order) {
        try {
            return book.find(order.paymentId()).isPresent()
                    ? new PaymentOutcome.Unknown("another payment is at the terminal")
                    : new Declined(DeclineReason.BUSY);
        } catch (IOException e) {
            return new PaymentOutcome.Unknown("the receipt book cannot be read: " + e);
        }
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

    @Override
    public CompletionStage<TransactionStatus> status(PaymentOrder order) {
        return asking.run(
                order.id(),
                () ->
                        paying.runs(order.id()) && book.find(order.paymentId()).isPresent()
                                ? new TransactionStatus.InProgress()
                                : new PaymentRun(order, errand, aborted).status());
    }

    @Override
    public CompletionStage<ReversalOutcome> reverse(ReversalOrder order) {
        return reversing.run(order, () -> ReversalRun.run(order, errand));
    }

    /**
     * A payment that was not sent yet will not be. One that was is stopped as long as it runs: the
     * terminal may be in the middle of something, or the connection may break.
     */
    @Override
    public void abort(PaymentId id) {
        aborted.add(id.value());
        Thread.ofVirtual()
                .name(id() + "-abort")
                .start(
                        () -> {
                            try {
                                sendAbort(id);
                                while (paying.runs(id) && !link.closed()) {
                                    Thread.sleep(ABORT_AGAIN);
                                    sendAbort(id);
                                }
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    /** The command names no payment, so it must not meet another one. */
    private void sendAbort(PaymentId id) throws InterruptedException {
        PaymentId running = atWork.get();
        Optional<ZvtSession> session = link.connection();
        try {
            boolean ours = running.equals(NOBODY) || running.equals(id);
            if (ours && book.find(id.value()).filter(Attempt::undecided).isPresent()) {
                if (session.isEmpty()) {
                    state.count("aborts-lost");
                } else if (!session.get().abort(id.value()) && link.busy()) {
                    // Its connection broke, and the terminal says that it is at work.
                    session.get().abortItsWork();
                }
            }
        } catch (IOException _) {
            // The payment sees the lost connection itself.
            state.count("aborts-lost");
        }
    }

    /**
     * Settles the day's payments with the bank (06 50). To be called when no customer is there; a
     * terminal whose memory is full takes no payments.
     */
    public CompletionStage<EndOfDay> endOfDay() {
        return closing.run(
                "end of day",
                () -> {
                    Optional<ZvtSession> session = link.session(CONNECT_WAIT);
                    if (session.isEmpty()) {
                        return new EndOfDay.NotDone("the terminal is not connected");
                    }
                    EndOfDay end = closed(session.get());
                    // It may have taken a receipt number, or forgotten the last receipt.
                    if (end instanceof EndOfDay.Done) {
                        link.dayEnded();
                    } else {
                        link.forgetLast();
                    }
                    var _ = link.askLast(session.get());
                    return end;
                });
    }

    private EndOfDay closed(ZvtSession session) throws InterruptedException {
        Ending ending =
                session.talk(
                        Command.endOfDay(settings),
                        settings.limits().payment(),
                        Conversation.Watcher.NONE);
        return switch (ending) {
            case Ending.Completed(var status, _) -> {
                if (status.isPresent() && status.get().failed()) {
                    yield new EndOfDay.NotDone(ResultCode.words(status.get().result().getAsInt()));
                }
                state.count("ends-of-day");
                yield new EndOfDay.Done();
            }
            case Ending.Aborted(int code, _) -> new EndOfDay.NotDone(ResultCode.words(code));
            case Ending.Refused(int code) -> new EndOfDay.NotDone(ResultCode.words(code));
            case Ending.NotSent(String reason) -> new EndOfDay.NotDone(reason);
            case Ending.Unsure(String reason, _) -> {
                session.close();
                yield new EndOfDay.Unknown(reason);
            }
        };
    }
}
