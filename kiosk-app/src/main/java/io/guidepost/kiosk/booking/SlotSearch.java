package io.guidepost.kiosk.booking;

import io.guidepost.contract.booking.Slot;
import io.guidepost.kiosk.platform.Answer;
import java.util.List;

/** When a service can be had. */
public sealed interface SlotSearch {
    /** Slots in order of their start, full ones too; empty where there is none in these days. */
    record Slots(List<Slot> slots) implements SlotSearch {}

    /** The backend gave no answer; asking again may help. */
    record NotReachable(Answer.Reason reason) implements SlotSearch {}

    /**
     * The backend could not do it.
     *
     * @param error for the technician, in English
     */
    record Failed(String error) implements SlotSearch {}
}
