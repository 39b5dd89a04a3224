package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.ReversalOutcome.NotReversed;
import io.guidepost.devices.ReversalOutcome.Reversed;
import io.guidepost.devices.ReversalOutcome.Unknown;
import io.guidepost.devices.terminal.zvt.Attempt.End;
import io.guidepost.devices.terminal.zvt.Attempt.Ended;
import io.guidepost.devices.terminal.zvt.Attempt.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One reversal (06 30): of a whole payment, by the receipt number that the book has for it. A
 * reversal that certainly failed may be asked for again.
 */
final class ReversalRun {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);

    /** What is to be given back. */
    private record Wanted(UUID id, UUID payment, long amountMinor, String currency, int receipt) {}

    private final Wanted wanted;
    private final Errand errand;

    private ReversalRun(Wanted wanted, Errand errand) {
        this.wanted = wanted;
        this.errand = errand;
    }

    /** Gives back what was taken in place of what was asked; always the same reversal. */
    static ReversalRun givingBack(Attempt payment, Told told, Errand errand) {
        UUID id =
                UUID.nameUUIDFromBytes(
                        ("give back " + payment.id()).getBytes(StandardCharsets.US_ASCII));
        return new ReversalRun(
                new Wanted(
                        id,
                        payment.id(),
                        told.amountMinor(),
                        told.currency(),
                        told.mark().receipt()),
                errand);
    }

    /** Carries out an order. */
    static ReversalOutcome run(ReversalOrder order, Errand errand)
            throws IOException, InterruptedException {
        Optional<Attempt> payment = errand.book().find(order.payment().value());
        if (payment.isEmpty()) {
            return new NotReversed("the receipt book does not have the payment");
        }
        Optional<Ended> end = payment.get().end();
        if (end.isEmpty() || end.get().how() == End.CONTRADICTED || end.get().how() == End.TAKEN) {
            return new Unknown("it is not known yet what became of the payment");
        }
        if (end.get().how() != End.DONE) {
            return new NotReversed("the payment took nothing, or it is given back");
        }
        Optional<Told> told = payment.get().told();
        if (told.isEmpty()) {
            return new NotReversed("the terminal named no receipt for the payment");
        }
        if (order.amountMinor() != told.get().amountMinor()
                || !order.currency().equals(told.get().currency())) {
            return new NotReversed("ZVT gives back whole payments only");
        }
        if (errand.book().givenBack(payment.get().id(), order.reversalId())) {
            return new NotReversed(ResultCode.words(ResultCode.ALREADY_REVERSED));
        }
        return new ReversalRun(
                        new Wanted(
                                order.reversalId(),
                                payment.get().id(),
                                order.amountMinor(),
                                order.currency(),
                                told.get().mark().receipt()),
                        errand)
                .run();
    }

    ReversalOutcome run() throws IOException, InterruptedException {
        Optional<Attempt> earlier = errand.book().find(wanted.id());
        if (earlier.isEmpty()) {
            return send(false);
        }
        Optional<Ended> end = earlier.get().end();
        if (end.isEmpty()) {
            Result found = errand.settle(earlier.get(), errand.settings().limits().settle());
            return found instanceof Result.NotYet ? send(true) : outcome(found, true);
        }
        return switch (end.get().how()) {
            case DONE -> reversed(earlier.get());
            case CONTRADICTED -> new Unknown("the terminal gave it back and then broke that off");
            // Nothing went back, and that is certain: it is sent once more.
            case FAILED, TAKEN, PARTIAL_GIVEN_BACK, WRONG_GIVEN_BACK -> send(false);
        };
    }

    /**
     * Sends it, and once more where the terminal shows that it did nothing: it gives a receipt back
     * only once.
     */
    private ReversalOutcome send(boolean sentBefore) throws IOException, InterruptedException {
        Optional<ZvtSession> session = errand.link().session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return new Unknown("the terminal is not connected");
        }
        Result result = send(session.get());
        if (!(result instanceof Result.NotYet)) {
            return outcome(result, sentBefore);
        }
        session = errand.link().session(CONNECT_WAIT);
        return session.isEmpty()
                ? new Unknown("the terminal is not connected")
                : outcome(send(session.get()), true);
    }

    private Result send(ZvtSession session) throws IOException, InterruptedException {
        Attempt attempt =
                new Attempt(
                        wanted.id(),
                        wanted.payment(),
                        wanted.amountMinor(),
                        wanted.currency(),
                        errand.last(session),
                        Optional.empty(),
                        Optional.empty());
        return errand.send(
                session,
                attempt,
                Command.reversal(
                        errand.settings(),
                        wanted.receipt(),
                        wanted.amountMinor(),
                        wanted.currency()),
                errand.settings().limits().settle());
    }

    private ReversalOutcome outcome(Result result, boolean sentBefore) throws IOException {
        return switch (result) {
            case Result.Done(Attempt attempt, StatusInformation status) ->
                    attempt.fits(status) || status.amountMinor().isEmpty()
                            ? reversed(errand.book().ended(attempt, End.DONE, ResultCode.DONE))
                            : new Unknown("the terminal gave back another amount");
            // What was sent before has reached it after all.
            case Result.Failed(Attempt attempt, int code)
                    when sentBefore && code == ResultCode.ALREADY_REVERSED ->
                    reversed(errand.book().ended(attempt, End.DONE, code));
            case Result.Failed(_, int code) -> new NotReversed(ResultCode.words(code));
            case Result.Open(String reason) -> new Unknown(reason);
            case Result.Silent(String reason) -> new Unknown(reason);
            case Result.Running _ -> new Unknown("the terminal is at work");
            case Result.NotYet _ -> new Unknown("the terminal has carried out nothing so far");
        };
    }

    private static ReversalOutcome reversed(Attempt attempt) {
        return new Reversed(
                attempt.amountMinor(),
                attempt.currency(),
                attempt.told().map(t -> t.mark().toString()).orElse(""));
    }
}
