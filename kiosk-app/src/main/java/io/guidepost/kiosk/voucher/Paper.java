package io.guidepost.kiosk.voucher;

import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.Receipt;
import java.util.concurrent.CompletionStage;

/** The printer. Stages end within about 15 seconds of their turn, never exceptionally. */
public interface Paper {
    CompletionStage<PrintOutcome> print(Receipt receipt);
}
