package io.guidepost.kiosk.voucher;

import java.util.UUID;

/** Which vouchers have been sent to the printer. Blocking. */
public interface PrintLog {
    /**
     * Notes on disk that printing begins.
     *
     * @return whether it had begun before: what comes now is a copy
     */
    boolean beginPrint(UUID voucherId);
}
