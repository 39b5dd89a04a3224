package io.guidepost.kiosk.member;

import io.guidepost.contract.member.MemberView;
import io.guidepost.kiosk.platform.Answer;

/** What a scanned member code led to. */
public sealed interface MemberLogin {
    record Greeted(MemberView member) implements MemberLogin {}

    /** Nobody has this code. */
    record UnknownMember() implements MemberLogin {}

    /** The backend gave no answer: member prices cannot be had now. */
    record NotReachable(Answer.Reason reason) implements MemberLogin {}

    /**
     * The backend could not do it.
     *
     * @param error for the technician, in English
     */
    record Failed(String error) implements MemberLogin {}
}
