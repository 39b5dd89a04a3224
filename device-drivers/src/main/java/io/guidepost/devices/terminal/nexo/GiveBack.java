package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what a terminal charged other than asked. Each try has an id of its own that follows
 * from the payment's, so that whoever asks again, also after a restart, goes on with the same tries
 * and never gives back twice: the next is made only after the one before has certainly failed.
 */
final class GiveBack {
    private static final Logger LOG = LoggerFactory.getLogger(GiveBack.class);
    private static final int TRIES = 20;

    /** More than these at once would all meet the same short trouble, such as a busy terminal. */
    private static final int TRIES_AT_ONCE = 2;

    private final Function<ReversalOrder, CompletionStage<ReversalOutcome>> reversals;
    private final PaymentIds sent;

    /**
     * @param reversals reverses, and joins whoever asks for the same reversal meanwhile
     * @param sent reversals that this run of the program has sent
     */
    GiveBack(Function<ReversalOrder, CompletionStage<ReversalOutcome>> reversals, PaymentIds sent) {
        this.reversals = reversals;
        this.sent = sent;
    }

    /** Declined when the terminal has confirmed that all went back, else unknown. */
    PaymentOutcome giveBack(PaymentOrder order, Told.Wrong wrong) throws InterruptedException {
        LOG.warn(
                "payment {}: {} {} was charged in place of {} {} (minor units): given back",
                order.paymentId(),
                wrong.amountMinor(),
                wrong.currency(),
                order.amountMinor(),
                order.currency());
        String reason = "";
        int fresh = 0;
        for (int i = 0; i < TRIES && fresh < TRIES_AT_ONCE; i++) {
            UUID id = id(order, i);
            fresh += sent.contains(id) ? 0 : 1;
            switch (reverse(order, wrong, id)) {
                case ReversalOutcome.Reversed(long amount, _, _) -> {
                    return amount == wrong.amountMinor()
                            ? new Declined(wrong.reason())
                            : new Unknown("only a part of a wrong charge was given back");
                }
                case ReversalOutcome.Unknown(String why) -> {
                    return new Unknown("a wrong charge is not given back yet: " + why);
                }
                case ReversalOutcome.NotReversed(String why) -> reason = why;
            }
        }
        LOG.error("payment {}: a wrong charge was not given back", order.paymentId());
        return new Unknown("a wrong charge was not given back: " + reason);
    }

    private ReversalOutcome reverse(PaymentOrder order, Told.Wrong wrong, UUID id)
            throws InterruptedException {
        try {
            return reversals
                    .apply(new ReversalOrder(id, order.id(), wrong.amountMinor(), wrong.currency()))
                    .toCompletableFuture()
                    .get();
        } catch (IllegalArgumentException | ExecutionException e) {
            return new ReversalOutcome.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static UUID id(PaymentOrder order, int number) {
        return UUID.nameUUIDFromBytes(
                ("give back " + number + " of " + order.paymentId())
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
