package io.guidepost.kiosk.voucher;

import io.guidepost.contract.booking.Reply.VoucherResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * Fetches vouchers and prints them. The kiosk keeps no voucher: it asks the backend again for each
 * print.
 */
public final class VoucherService {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LATER_PAUSE = Duration.ofSeconds(4);

    private final Backend backend;
    private final EventLog events;
    private final Paper paper;
    private final PrintLog prints;
    private final BackgroundTasks tasks;
    private final Clock clock;

    public VoucherService(
            Backend backend,
            EventLog events,
            Paper paper,
            PrintLog prints,
            BackgroundTasks tasks,
            Clock clock) {
        this.backend = backend;
        this.events = events;
        this.paper = paper;
        this.prints = prints;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * The voucher of a captured payment. Asks until it is there, at most for {@code patience}.
     *
     * @return starts with {@link VoucherState.Waiting}; changes on a background thread
     */
    public Observable<VoucherState> fetch(UUID paymentId, String reference, Duration patience) {
        return fetch(paymentId, reference, patience, () -> false);
    }

    /**
     * The same, and asks on after {@link VoucherState.Later} for as long as it is wanted.
     *
     * @param wanted whether anybody still waits for it, for instance the customer's session
     */
    public Observable<VoucherState> fetch(
            UUID paymentId, String reference, Duration patience, BooleanSupplier wanted) {
        Fetch fetch =
                new Fetch(
                        paymentId,
                        reference,
                        clock.instant().plus(patience),
                        wanted,
                        new LiveValue<>(new VoucherState.Waiting()));
        tasks.run("fetch a voucher", () -> ask(fetch, FIRST_PAUSE));
        return fetch.state();
    }

    private record Fetch(
            UUID paymentId,
            String reference,
            Instant deadline,
            BooleanSupplier wanted,
            LiveValue<VoucherState> state) {}

    private void ask(Fetch fetch, Duration pause) {
        Answer<VoucherResult> answer =
                backend.ask(new Request.FetchVoucher(fetch.paymentId()))
                        .toCompletableFuture()
                        .join();
        Optional<VoucherState> end =
                switch (answer) {
                    case Answer.Answered<VoucherResult>(VoucherResult.Issued(var voucher)) ->
                            Optional.of(new VoucherState.Ready(voucher));
                    case Answer.Answered<VoucherResult>(
                                    VoucherResult.Refunded(var amount, var number)) ->
                            Optional.of(new VoucherState.Refunded(amount, number));
                    // The event that tells the backend of the money may still be on its way.
                    case Answer.Answered<VoucherResult>(VoucherResult.NoSuchPayment _),
                            Answer.Answered<VoucherResult>(VoucherResult.Pending _),
                            Answer.Failed<VoucherResult> _,
                            Answer.NoAnswer<VoucherResult> _ ->
                            Optional.empty();
                };
        if (end.isPresent()) {
            fetch.state().set(end.get());
        } else if (clock.instant().plus(pause).isBefore(fetch.deadline())) {
            Duration doubled = pause.multipliedBy(2);
            askAgain(fetch, pause, doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        } else {
            fetch.state().set(new VoucherState.Later(fetch.reference()));
            if (fetch.wanted().getAsBoolean()) {
                askAgain(fetch, LATER_PAUSE, LATER_PAUSE);
            }
        }
    }

    /** With a quarter of jitter: many kiosks miss the same backend. */
    private void askAgain(Fetch fetch, Duration pause, Duration next) {
        long jittered =
                Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        var _ = tasks.after("fetch a voucher", Duration.ofMillis(jittered), () -> ask(fetch, next));
    }

    /**
     * Prints a voucher for the customer who bought it: the first time as the original, after that
     * marked COPY, whether or not the first try succeeded, for nobody can be sure of that.
     */
    public CompletionStage<PrintResult> print(
            SessionId session, Voucher voucher, ReceiptLabels labels) {
        return tasks.supply("print a voucher", () -> printNow(session, voucher, labels, false));
    }

    /**
     * Prints a voucher for somebody who comes back for it, always marked COPY: the customer may
     * hold it on paper or as a picture already.
     */
    public CompletionStage<PrintResult> reprint(
            SessionId session, Voucher voucher, ReceiptLabels labels) {
        return tasks.supply("print a copy", () -> printNow(session, voucher, labels, true));
    }

    private PrintResult printNow(
            SessionId session, Voucher voucher, ReceiptLabels labels, boolean again) {
        boolean copy = prints.beginPrint(voucher.id()) || again;
        PrintOutcome outcome =
                paper.print(new VoucherReceipt(labels).of(voucher, copy))
                        .toCompletableFuture()
                        .join();
        return switch (outcome) {
            case PrintOutcome.Printed _ -> {
                events.record(
                        new KioskEvent.VoucherPrinted(
                                session, voucher.id(), copy, clock.instant()));
                yield new PrintResult.Printed(copy);
            }
            case PrintOutcome.NotPrinted(var reason) -> new PrintResult.NotPrinted(reason);
        };
    }
}
