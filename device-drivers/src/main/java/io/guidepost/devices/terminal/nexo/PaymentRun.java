package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.lifecycle.DeviceState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One payment from the first question to its outcome. */
final class PaymentRun {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * So often must the terminal say that it does not know a payment before the customer waits no
     * longer.
     */
    private static final int ENOUGH_MISSING = 6;

    private final PaymentOrder order;
    private final NexoSettings settings;
    private final NexoLink link;
    private final DeviceState state;
    private final Past past;

    /** What happened to payments so far in this run of the program. */
    record Past(PaymentIds sent, PaymentIds aborted) {}

    PaymentRun(
            PaymentOrder order,
            NexoSettings settings,
            NexoLink link,
            DeviceState state,
            Past past) {
        this.order = order;
        this.settings = settings;
        this.link = link;
        this.state = state;
        this.past = past;
    }

    PaymentOutcome run() throws InterruptedException {
        Optional<NexoSession> session = link.session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return notSentNow("the terminal is not connected");
        }
        // An earlier run of this program may have sent this very payment before it was killed.
        return switch (link.ask(session.get(), "Payment", order.paymentId())) {
            // What this run has sent already may still be on its way: sent again, it could charge
            // twice.
            case Asked.Missing _ ->
                    past.sent().contains(order.paymentId())
                            ? settle(settings.settleLimit())
                            : sendUnlessAborted(session.get());
            case Asked.Known(JsonNode body) -> NexoAnswers.payment(body, order.paymentId());
            case Asked.Running _ -> settle(settings.paymentLimit().plus(settings.settleLimit()));
            case Asked.Silent(String reason) -> notSentNow(reason);
        };
    }

    /** Certain to be nothing only when it was not sent before either. */
    private PaymentOutcome notSentNow(String reason) {
        return past.sent().contains(order.paymentId())
                ? new Unknown(reason)
                : new Declined(DeclineReason.UNREACHABLE);
    }

    /** An abort that comes after this look is repeated until the terminal has heard it. */
    private PaymentOutcome sendUnlessAborted(NexoSession session) throws InterruptedException {
        return past.aborted().contains(order.paymentId())
                ? new Declined(DeclineReason.CANCELLED)
                : send(session);
    }

    private PaymentOutcome send(NexoSession session) throws InterruptedException {
        past.sent().add(order.paymentId());
        CompletableFuture<JsonNode> answer = request(session);
        try {
            JsonNode body = answer.get(settings.paymentLimit().toMillis(), TimeUnit.MILLISECONDS);
            if (NexoAnswers.isAbout(body, order.paymentId())
                    && NexoAnswers.loggedOut(body, settings.saleId())) {
                // Refused before it began, so it is safe to send it again, once.
                Optional<NexoSession> again = link.loggedInAgain();
                if (again.isPresent()) {
                    answer = request(again.get());
                    body = answer.get(settings.paymentLimit().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            return understood(body);
        } catch (ExecutionException _) {
            return settle(settings.settleLimit());
        } catch (TimeoutException _) {
            return abort(session, answer);
        }
    }

    private CompletableFuture<JsonNode> request(NexoSession session) {
        return session.request(
                "Payment",
                ServiceIds.of(order.paymentId()),
                NexoRequests.payment(order, state.now()));
    }

    private PaymentOutcome abort(NexoSession session, CompletableFuture<JsonNode> answer)
            throws InterruptedException {
        try {
            session.send(
                    "Abort", ServiceIds.fresh(), NexoRequests.abort(order.paymentId(), settings));
            return understood(answer.get(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException | ExecutionException | TimeoutException _) {
            answer.cancel(false);
            return settle(settings.settleLimit());
        }
    }

    private PaymentOutcome understood(JsonNode answer) throws InterruptedException {
        return switch (NexoAnswers.payment(answer, order.paymentId())) {
            case Unknown _ -> settle(settings.settleLimit());
            case PaymentOutcome.Approved approved -> approved;
            case Declined declined -> declined;
        };
    }

    /**
     * The answer was lost or made no sense: asks until the terminal says what became of the
     * payment.
     */
    private PaymentOutcome settle(Duration limit) throws InterruptedException {
        state.count("settlements");
        long end = System.nanoTime() + limit.toNanos();
        String reason = "the terminal is not connected";
        int missing = 0;
        for (long left = limit.toNanos();
                left > 0 && !link.closed();
                left = end - System.nanoTime()) {
            Optional<NexoSession> session = link.session(Duration.ofNanos(left));
            if (session.isPresent()) {
                switch (link.ask(session.get(), "Payment", order.paymentId())) {
                    case Asked.Known(JsonNode body) -> {
                        return NexoAnswers.payment(body, order.paymentId());
                    }
                    // What was sent on the lost connection may still be on its way to the terminal.
                    case Asked.Missing _ -> {
                        reason = "the terminal does not know the payment";
                        missing++;
                    }
                    case Asked.Running _ -> reason = "the payment still runs";
                    case Asked.Silent(String silence) -> reason = silence;
                }
                if (missing >= ENOUGH_MISSING) {
                    return new Unknown(reason);
                }
                Thread.sleep(POLL);
            }
        }
        return new Unknown(reason);
    }
}
