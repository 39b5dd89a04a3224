package io.guidepost.kiosk.staff;

import io.guidepost.kiosk.platform.Answer;
import java.time.Instant;

/** What badge and PIN led to. */
public sealed interface StaffLogin {
    record SignedIn(StaffMember staff) implements StaffLogin {}

    /** Badge and PIN are right, but the visit had ended when the answer came. */
    record TooLate() implements StaffLogin {}

    /** Badge or PIN is wrong. */
    record Wrong(int triesLeft) implements StaffLogin {}

    /** Too many wrong PINs. */
    record Locked(Instant until) implements StaffLogin {}

    /** The backend gave no answer. */
    record NotReachable(Answer.Reason reason) implements StaffLogin {}

    /**
     * The backend could not do it.
     *
     * @param error for the technician, in English
     */
    record Failed(String error) implements StaffLogin {}
}
