package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import io.guidepost.devices.ReversalOutcome.NotReversed;
import io.guidepost.devices.ReversalOutcome.Unknown;
import io.guidepost.devices.lifecycle.DeviceState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * One reversal: finds the payment at the terminal, makes sure that it was not reversed already,
 * reverses it, and finds out what became of that where the answer is lost.
 */
final class ReversalRun {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);

    private final ReversalOrder order;
    private final NexoSettings settings;
    private final NexoLink link;
    private final DeviceState state;
    private final PaymentIds sent;

    /**
     * @param sent reversals that this run of the program has sent
     */
    ReversalRun(
            ReversalOrder order,
            NexoSettings settings,
            NexoLink link,
            DeviceState state,
            PaymentIds sent) {
        this.order = order;
        this.settings = settings;
        this.link = link;
        this.state = state;
        this.sent = sent;
    }

    ReversalOutcome run() throws InterruptedException {
        Optional<NexoSession> session = link.session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return new Unknown("the terminal is not connected");
        }
        return switch (link.ask(session.get(), "Payment", order.payment().value())) {
            case Asked.Known(JsonNode payment) -> reverse(session.get(), payment);
            case Asked.Running _ -> new NotReversed("the payment still runs");
            case Asked.Missing _ ->
                    sent.contains(order.reversalId())
                            ? new Unknown("the terminal has forgotten the payment")
                            : new NotReversed("the terminal does not know the payment");
            case Asked.Silent(String reason) -> new Unknown(reason);
        };
    }

    private ReversalOutcome reverse(NexoSession session, JsonNode payment)
            throws InterruptedException {
        if (!NexoAnswers.succeeded(payment)) {
            return new NotReversed("the payment was not approved");
        }
        return switch (link.ask(session, "Reversal", order.reversalId())) {
            case Asked.Known(JsonNode earlier) -> NexoAnswers.reversal(earlier, order);
            case Asked.Running _ -> settle();
            // What was sent a short while ago may still be on its way: sent again, it could give
            // back twice.
            case Asked.Missing _ ->
                    sent.containsSince(order.reversalId(), settings.paymentLimit())
                            ? settle()
                            : send(session, payment);
            case Asked.Silent(String reason) -> new Unknown(reason);
        };
    }

    private ReversalOutcome send(NexoSession session, JsonNode payment)
            throws InterruptedException {
        sent.add(order.reversalId());
        CompletableFuture<JsonNode> answer = request(session, payment);
        try {
            JsonNode body = answer.get(settings.settleLimit().toMillis(), TimeUnit.MILLISECONDS);
            if (NexoAnswers.loggedOut(body, settings.saleId())) {
                // Refused before it began, so it is safe to send it again, once.
                Optional<NexoSession> again = link.loggedInAgain();
                if (again.isPresent()) {
                    answer = request(again.get(), payment);
                    body = answer.get(settings.settleLimit().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            ReversalOutcome outcome = NexoAnswers.reversal(body, order);
            return outcome instanceof Unknown ? settle() : outcome;
        } catch (ExecutionException _) {
            return settle();
        } catch (TimeoutException _) {
            state.count("timeouts");
            answer.cancel(false);
            return settle();
        }
    }

    private CompletableFuture<JsonNode> request(NexoSession session, JsonNode payment) {
        return session.request(
                "Reversal",
                ServiceIds.of(order.reversalId()),
                NexoRequests.reversal(order, NexoAnswers.poiTransaction(payment), state.now()));
    }

    private ReversalOutcome settle() throws InterruptedException {
        Asked said =
                new Settling(link, state)
                        .settle("Reversal", order.reversalId(), settings.settleLimit(), () -> {});
        return switch (said) {
            case Asked.Known(JsonNode body) -> NexoAnswers.reversal(body, order);
            case Asked.Silent(String reason) -> new Unknown(reason);
            case Asked.Missing _, Asked.Running _ -> new Unknown("the terminal does not know");
        };
    }
}
