package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.PaymentOutcome;
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
 * reverses it.
 */
final class ReversalRun {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(2);

    private final ReversalOrder order;
    private final NexoSettings settings;
    private final NexoLink link;
    private final DeviceState state;

    ReversalRun(ReversalOrder order, NexoSettings settings, NexoLink link, DeviceState state) {
        this.order = order;
        this.settings = settings;
        this.link = link;
        this.state = state;
    }

    ReversalOutcome run() throws InterruptedException {
        Optional<NexoSession> session = link.session(CONNECT_WAIT);
        if (session.isEmpty()) {
            return new Unknown("the terminal is not connected");
        }
        return switch (link.ask(session.get(), "Payment", order.payment().value())) {
            case Asked.Known(JsonNode payment) -> reverse(session.get(), payment);
            case Asked.Running _ -> new NotReversed("the payment still runs");
            case Asked.Missing _ -> new NotReversed("the terminal does not know the payment");
            case Asked.Silent(String reason) -> new Unknown(reason);
        };
    }

    private ReversalOutcome reverse(NexoSession session, JsonNode payment)
            throws InterruptedException {
        if (!(NexoAnswers.payment(payment, order.payment().value())
                instanceof PaymentOutcome.Approved)) {
            return new NotReversed("the payment was not approved");
        }
        return switch (link.ask(session, "Reversal", order.reversalId())) {
            case Asked.Known(JsonNode earlier) -> NexoAnswers.reversal(earlier, order);
            case Asked.Running _ -> new Unknown("the reversal still runs");
            case Asked.Missing _ -> send(session, payment);
            case Asked.Silent(String reason) -> new Unknown(reason);
        };
    }

    private ReversalOutcome send(NexoSession session, JsonNode payment)
            throws InterruptedException {
        CompletableFuture<JsonNode> answer =
                session.request(
                        "Reversal",
                        ServiceIds.of(order.reversalId()),
                        NexoRequests.reversal(
                                order, NexoAnswers.poiTransaction(payment), state.now()));
        try {
            return NexoAnswers.reversal(
                    answer.get(settings.settleLimit().toMillis(), TimeUnit.MILLISECONDS), order);
        } catch (ExecutionException | TimeoutException _) {
            answer.cancel(false);
            return new Unknown("no answer to the reversal");
        }
    }
}
