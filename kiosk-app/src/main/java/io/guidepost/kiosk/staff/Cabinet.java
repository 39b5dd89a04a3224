package io.guidepost.kiosk.staff;

import io.guidepost.devices.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the kiosk stands in: a housing that somebody may have opened, and a panel that is turned.
 */
public interface Cabinet {
    /** Whether the housing was opened and nobody has looked after it since. */
    boolean alarm();

    /** Tells, on any thread, that an alarm may have begun or ended. */
    Subscription onAlarm(Runnable listener);

    /**
     * A member of staff has looked after it.
     *
     * @param who names them
     */
    CompletionStage<Checked> checked(String who);

    /**
     * Quarter turns, with the clock, by which touches are turned by the device's settings, 0 to 3.
     */
    int touchQuarters();

    /** What became of it. */
    enum Checked {
        /** No alarm stands any more. */
        DONE,
        /** It is still open. */
        STILL_OPEN,
        /** It could not be written down: the alarm stands. */
        FAILED
    }

    /** One without a tamper switch, whose panel is not turned. */
    static Cabinet plain() {
        return new Cabinet() {
            @Override
            public boolean alarm() {
                return false;
            }

            @Override
            public Subscription onAlarm(Runnable listener) {
                return () -> {};
            }

            @Override
            public CompletionStage<Checked> checked(String who) {
                return CompletableFuture.completedStage(Checked.DONE);
            }

            @Override
            public int touchQuarters() {
                return 0;
            }
        };
    }
}
