package io.guidepost.kiosk.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** JavaFX, started once for all tests of a JVM. */
public final class FxToolkit {
    private FxToolkit() {}

    /** Starts it where it has not been. */
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            if (!started.await(20, SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyStarted) {
            if (!String.valueOf(alreadyStarted.getMessage()).contains("already")) {
                throw alreadyStarted;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
