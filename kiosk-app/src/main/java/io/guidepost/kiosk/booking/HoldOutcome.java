package io.guidepost.kiosk.booking;

import io.guidepost.contract.booking.Reply.HoldRefusal;
import io.guidepost.kiosk.platform.Answer;

/** What became of the wish to hold something. */
public sealed interface HoldOutcome {
    record Held(HeldBooking booking) implements HoldOutcome {}

    /** Somebody else was faster, or it cannot be had. */
    record Refused(HoldRefusal reason) implements HoldOutcome {}

    /** The backend gave no answer; what it may have held ends by itself. */
    record NotReachable(Answer.Reason reason) implements HoldOutcome {}

    /** It was held, but the customer had gone or chosen anew by then: it is given back. */
    record Left() implements HoldOutcome {}

    /**
     * The backend could not do it; what it may have held is given back.
     *
     * @param error for the technician, in English
     */
    record Failed(String error) implements HoldOutcome {}
}
