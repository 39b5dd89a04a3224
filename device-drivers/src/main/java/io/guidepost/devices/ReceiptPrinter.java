package io.guidepost.devices;

import java.util.concurrent.CompletionStage;

/** Prints receipts and vouchers on a roll. */
public interface ReceiptPrinter extends Device {

    /**
     * Prints one receipt after those before it.
     *
     * @return completes within 15 seconds of its turn and never exceptionally: printed means that
     *     the printer said so
     */
    CompletionStage<PrintOutcome> print(Receipt receipt);
}
