package io.guidepost.devices.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The part of a simulated terminal where a person would show a card. One payment at a time. */
final class CardPad {

    /** What came of waiting. */
    enum Decision {
        APPROVED,
        REFUSED,
        ABORTED,
        POWER_OFF
    }

    /** Longer than any kiosk waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private record Turn(
            WaitingPayment payment,
            String serviceId,
            boolean forPerson,
            CompletableFuture<Decision> decision) {}

    private volatile @Nullable Turn turn;

    Optional<WaitingPayment> waiting() {
        Turn now = turn;
        return now != null && now.forPerson() ? Optional.of(now.payment()) : Optional.empty();
    }

    /** A person, or the power switch, decides; false when nothing waits for it. */
    boolean decide(Decision decision) {
        Turn now = turn;
        return now != null
                && (now.forPerson() || decision == Decision.POWER_OFF)
                && now.decision().complete(decision);
    }

    /** The kiosk wants to stop the payment with this service id. */
    void abort(String serviceId) {
        Turn now = turn;
        if (now != null && now.serviceId().equals(serviceId)) {
            now.decision().complete(Decision.ABORTED);
        }
    }

    /** Waits for whatever decides this payment. */
    Decision decision(
            WaitingPayment payment,
            String serviceId,
            TerminalBehaviour behaviour,
            Duration thinking)
            throws InterruptedException {
        Turn now =
                new Turn(
                        payment,
                        serviceId,
                        behaviour == TerminalBehaviour.ASK,
                        new CompletableFuture<>());
        turn = now;
        try {
            return switch (behaviour) {
                case APPROVE,
                        LOSE_REPLY,
                        SWALLOW_REPLY,
                        LATE_REPLY,
                        BEGIN_LATE,
                        PARTIAL,
                        WRONG_AMOUNT,
                        WRONG_CURRENCY ->
                        wait(now, thinking, Decision.APPROVED);
                case DECLINE, BUSY, LOGGED_OUT, CARD_LEFT_IN ->
                        wait(now, thinking, Decision.REFUSED);
                case ASK, TIME_OUT -> wait(now, PATIENCE, Decision.ABORTED);
            };
        } finally {
            turn = null;
        }
    }

    private static Decision wait(Turn turn, Duration limit, Decision otherwise)
            throws InterruptedException {
        try {
            return turn.decision().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a decision is never an error", e);
        }
    }
}
