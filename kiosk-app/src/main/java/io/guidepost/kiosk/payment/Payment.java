package io.guidepost.kiosk.payment;

import io.guidepost.kiosk.platform.Observable;
import java.util.UUID;

/** One running payment. */
public interface Payment {
    /** Its id at the terminal, the backend and everywhere else. */
    UUID id();

    /** How it stands; changes come on a background thread. */
    Observable<PaymentState> state();

    /**
     * Asks to stop. Always reaches the terminal where it was asked already; the state tells how it
     * ended, it may have been approved. A second call does nothing.
     */
    void cancel();
}
