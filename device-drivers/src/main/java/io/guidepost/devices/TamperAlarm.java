package io.guidepost.devices;

import java.time.Instant;
import java.util.Objects;

/**
 * The housing was opened. It stands until a named member of staff acknowledges it, whatever happens
 * to the power meanwhile.
 *
 * @param cause how it was noticed
 * @param noticed when it was noticed; with {@link Cause#OPENED_WHILE_OFF} the opening itself was
 *     earlier
 */
public record TamperAlarm(Cause cause, Instant noticed) {
    public TamperAlarm {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(noticed, "noticed");
    }

    /** How an opening was noticed. */
    public enum Cause {
        /** While the kiosk was running. */
        OPENED,
        /** It was closed when the kiosk was last running, and open when it started. */
        OPENED_WHILE_OFF,
        /** It was open at the first start of all. */
        OPEN_AT_FIRST_START,
        /** What was remembered cannot be read, so nobody knows. */
        RECORD_DAMAGED
    }
}
