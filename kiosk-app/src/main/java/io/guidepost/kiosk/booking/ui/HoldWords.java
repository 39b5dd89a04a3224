package io.guidepost.kiosk.booking.ui;

import io.guidepost.kiosk.booking.HoldOutcome;
import java.util.Optional;

/** What the customer is told when something could not be held. */
public final class HoldWords {
    private HoldWords() {}

    /** Key of the sentence that says why; empty where it is held, or nobody waits any more. */
    public static Optional<String> refusal(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Held _, HoldOutcome.Left _ -> Optional.empty();
            case HoldOutcome.Refused(var reason) ->
                    Optional.of(
                            switch (reason) {
                                case SOLD_OUT -> "hold.soldOut";
                                case CLOSED -> "hold.closed";
                                case UNKNOWN_OFFER -> "hold.unknown";
                                case QUANTITY -> "hold.quantity";
                                case SLOT_NEEDED -> "hold.slotNeeded";
                            });
            case HoldOutcome.NotReachable _ -> Optional.of("hold.notReachable");
            case HoldOutcome.Failed _ -> Optional.of("hold.failed");
        };
    }
}
