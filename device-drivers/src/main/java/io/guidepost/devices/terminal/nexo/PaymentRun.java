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

    private final PaymentOrder order;
    private final NexoSettings settings;
    private final NexoLink link;
    private final DeviceState state;
    private final Past past;
    private final GiveBack giveBack;

    /** What happened to payments so far in this run of the program. */
    record Past(PaymentIds sent, PaymentIds aborted) {}

    PaymentRun(
            PaymentOrder order,
            NexoSettings settings,
            NexoLink link,
            DeviceState state,
            Past past,
            GiveBack giveBack) {
        this.order = order;
        this.settings = settings;
        this.link = link;
        this.state = state;
        this.past = past;
        this.giveBack = giveBack;
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
            case Asked.Known(JsonNode body) -> end(NexoAnswers.payment(body, order));
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
            if (NexoAnswers.isAbout(body, "Payment", order.paymentId())
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
            state.count("timeouts");
            return abort(session, answer);
        }
    }

    private CompletableFuture<JsonNode> request(NexoSession session) {
        return session.request(
                "Payment",
                ServiceIds.of(order.paymentId()),
                NexoRequests.payment(order, state.now()));
    }

    /** Nobody showed a card in time: from here on the payment counts as aborted. */
    private PaymentOutcome abort(NexoSession session, CompletableFuture<JsonNode> answer)
            throws InterruptedException {
        past.aborted().add(order.paymentId());
        try {
            sendAbort(session);
            return understood(answer.get(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException | ExecutionException | TimeoutException _) {
            answer.cancel(false);
            return settle(settings.settleLimit());
        }
    }

    private PaymentOutcome understood(JsonNode answer) throws InterruptedException {
        Told told = NexoAnswers.payment(answer, order);
        return told instanceof Told.Clear(Unknown _) ? settle(settings.settleLimit()) : end(told);
    }

    private PaymentOutcome end(Told told) throws InterruptedException {
        return switch (told) {
            case Told.Clear(PaymentOutcome outcome) -> outcome;
            case Told.Wrong wrong -> giveBack.giveBack(order, wrong);
        };
    }

    private PaymentOutcome settle(Duration limit) throws InterruptedException {
        Asked said =
                new Settling(link, state)
                        .settle("Payment", order.paymentId(), limit, this::abortAgain);
        return switch (said) {
            case Asked.Known(JsonNode body) -> end(NexoAnswers.payment(body, order));
            case Asked.Silent(String reason) -> new Unknown(reason);
            case Asked.Missing _, Asked.Running _ -> new Unknown("the terminal does not know");
        };
    }

    /** An abort is not answered: while the payment runs on, the terminal may not have heard it. */
    private void abortAgain() {
        if (past.aborted().contains(order.paymentId())) {
            try {
                Optional<NexoSession> session = link.session(Duration.ZERO);
                if (session.isPresent()) {
                    sendAbort(session.get());
                }
            } catch (IOException _) {
                state.count("aborts-lost");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sendAbort(NexoSession session) throws IOException {
        session.send("Abort", ServiceIds.fresh(), NexoRequests.abort(order.paymentId(), settings));
    }
}
