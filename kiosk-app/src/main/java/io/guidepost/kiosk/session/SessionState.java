package io.guidepost.kiosk.session;

import io.guidepost.contract.id.SessionId;
import java.time.Duration;

/** Whether somebody is at the kiosk. */
public sealed interface SessionState {
    /** Nobody: the attract loop runs. */
    record Attract() implements SessionState {}

    /** Somebody. */
    record Active(SessionId session) implements SessionState {}

    /**
     * Somebody, who has done nothing for a while.
     *
     * @param left whole seconds until the session ends by itself
     */
    record Warning(SessionId session, Duration left) implements SessionState {}
}
