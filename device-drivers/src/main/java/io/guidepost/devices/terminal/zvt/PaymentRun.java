package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.terminal.PaymentIds;
import io.guidepost.devices.terminal.zvt.Attempt.End;
import io.guidepost.devices.terminal.zvt.Attempt.Told;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/** One payment from the receipt book to its outcome. */
final class PaymentRun {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);

    private final PaymentOrder order;
    private final Errand errand;
    private final PaymentIds aborted;

    PaymentRun(PaymentOrder order, Errand errand, PaymentIds aborted) {
        this.order = order;
        this.errand = errand;
        this.aborted = aborted;
    }

    PaymentOutcome pay() throws IOException, InterruptedException {
        Optional<Attempt> earlier = errand.book().find(order.paymentId());
        if (earlier.isPresent()) {
            // Sent once is sent for ever: it is only asked for.
            Optional<PaymentOutcome> known = known(earlier.get());
            return known.isPresent()
                    ? known.get()
                    : outcome(errand.settle(earlier.get(), errand.settings().limits().settle()));
        }
        Optional<ZvtSession> session = errand.link().session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return new Declined(DeclineReason.UNREACHABLE);
        }
        if (aborted.contains(order.paymentId())) {
            return new Declined(DeclineReason.CANCELLED);
        }
        if (!order.currency().equals(errand.settings().currency())) {
            return new Declined(DeclineReason.NOT_ACCEPTED);
        }
        Attempt attempt =
                new Attempt(
                        order.paymentId(),
                        order.paymentId(),
                        order.amountMinor(),
                        order.currency(),
                        errand.last(session.get()),
                        Optional.empty(),
                        Optional.empty());
        return outcome(
                errand.send(
                        session.get(),
                        attempt,
                        Command.authorisation(
                                order.amountMinor(),
                                order.currency(),
                                errand.settings().paymentType()),
                        errand.settings().limits().payment()));
    }

    /** What is known of it, without waiting for the customer. */
    TransactionStatus status() throws IOException, InterruptedException {
        Optional<Attempt> earlier = errand.book().find(order.paymentId());
        Optional<PaymentOutcome> known = Optional.empty();
        if (earlier.isPresent()) {
            known = known(earlier.get());
        }
        if (known.isPresent()) {
            return new TransactionStatus.Finished(known.get());
        }
        Optional<ZvtSession> session = errand.link().session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return earlier.isPresent() && errand.link().busy()
                    ? new TransactionStatus.InProgress()
                    : new TransactionStatus.NoAnswer("the terminal is not connected");
        }
        if (earlier.isEmpty()) {
            // Nothing was ever sent for it; the question is only whether the terminal is there.
            return errand.link().wellNow(session.get())
                    ? new TransactionStatus.NotFound()
                    : new TransactionStatus.NoAnswer("the terminal gave no answer");
        }
        return switch (errand.look(session.get(), earlier.get())) {
            case Result.Running _ -> new TransactionStatus.InProgress();
            case Result.NotYet _ -> new TransactionStatus.NotFound();
            case Result.Silent(String reason) -> new TransactionStatus.NoAnswer(reason);
            case Result.Done done -> new TransactionStatus.Finished(outcome(done));
            case Result.Failed failed -> new TransactionStatus.Finished(outcome(failed));
            case Result.Open open -> new TransactionStatus.Finished(outcome(open));
        };
    }

    /** The outcome where the book has it, and nothing is left to be done. */
    private Optional<PaymentOutcome> known(Attempt attempt)
            throws IOException, InterruptedException {
        if (attempt.end().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (attempt.end().get().how()) {
                    case DONE -> approved(attempt);
                    case TAKEN -> giveBack(attempt, attempt.told().orElseThrow());
                    case FAILED -> declined(attempt.end().get().code());
                    case PARTIAL_GIVEN_BACK -> new Declined(DeclineReason.PARTIAL_APPROVAL);
                    case WRONG_GIVEN_BACK -> new Declined(DeclineReason.WRONG_AMOUNT);
                    case CONTRADICTED ->
                            new Unknown(
                                    "the terminal carried it out and then broke it off: "
                                            + ResultCode.words(attempt.end().get().code()));
                });
    }

    private PaymentOutcome outcome(Result result) throws IOException, InterruptedException {
        return switch (result) {
            case Result.Done(Attempt attempt, StatusInformation status) -> done(attempt, status);
            case Result.Failed(_, int code) -> declined(code);
            case Result.Open(String reason) -> new Unknown(reason);
            case Result.Silent(String reason) -> new Unknown(reason);
            case Result.Running _ -> new Unknown("the terminal is at work");
            case Result.NotYet _ -> new Unknown("the terminal has carried out nothing so far");
        };
    }

    private static PaymentOutcome declined(int code) {
        return new Declined(ResultCode.reason(code));
    }

    private PaymentOutcome done(Attempt attempt, StatusInformation status)
            throws IOException, InterruptedException {
        if (status.amountMinor().isEmpty()) {
            return new Unknown("the terminal took an amount that it does not say");
        }
        if (attempt.fits(status)) {
            return approved(errand.book().ended(attempt, End.DONE, ResultCode.DONE));
        }
        Optional<Told> told = attempt.told();
        return told.isPresent()
                ? giveBack(errand.book().ended(attempt, End.TAKEN, ResultCode.DONE), told.get())
                : new Unknown("the terminal took another amount and names no receipt");
    }

    private static PaymentOutcome approved(Attempt attempt) {
        return new Approved(
                attempt.amountMinor(),
                attempt.currency(),
                attempt.told().map(Told::authorisation).orElse(""),
                attempt.told().map(t -> t.mark().toString()).orElse(""),
                attempt.told().flatMap(Told::pan));
    }

    /** The port promises the whole amount or none. */
    private PaymentOutcome giveBack(Attempt attempt, Told told)
            throws IOException, InterruptedException {
        ReversalOutcome reversal = ReversalRun.givingBack(attempt, told, errand).run();
        return switch (reversal) {
            case ReversalOutcome.Reversed _ -> {
                boolean less =
                        told.currency().equals(attempt.currency())
                                && told.amountMinor() < attempt.amountMinor();
                errand.book()
                        .ended(
                                attempt,
                                less ? End.PARTIAL_GIVEN_BACK : End.WRONG_GIVEN_BACK,
                                ResultCode.DONE);
                yield new Declined(
                        less ? DeclineReason.PARTIAL_APPROVAL : DeclineReason.WRONG_AMOUNT);
            }
            case ReversalOutcome.NotReversed(String reason) -> stillTaken(attempt, told, reason);
            case ReversalOutcome.Unknown(String reason) -> stillTaken(attempt, told, reason);
        };
    }

    private static PaymentOutcome stillTaken(Attempt attempt, Told told, String reason) {
        return new Unknown(
                "the terminal took "
                        + money(told.amountMinor(), told.currency())
                        + " of "
                        + money(attempt.amountMinor(), attempt.currency())
                        + " as receipt "
                        + told.mark().receipt()
                        + ", and it is not certain that it is given back: "
                        + reason);
    }

    private static String money(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
