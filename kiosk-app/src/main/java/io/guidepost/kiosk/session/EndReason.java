package io.guidepost.kiosk.session;

import java.util.Locale;

/** Why a session ended. */
public enum EndReason {
    /** The customer said so. */
    CUSTOMER,
    /** Nobody answered the warning. */
    IDLE,
    /** The kiosk was stopped. */
    SHUTDOWN;

    /** As reported, such as {@code idle}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
