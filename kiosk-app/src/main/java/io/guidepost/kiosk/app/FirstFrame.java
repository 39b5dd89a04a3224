package io.guidepost.kiosk.app;

import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;

/** Measures the time from the start of the process to the first picture on the glass. */
final class FirstFrame {
    private final LiveValue<Optional<Duration>> taken = new LiveValue<>(Optional.empty());

    Observable<Optional<Duration>> taken() {
        return taken;
    }

    /** Watches the pulses from now on; on the screen's thread, right after the window is shown. */
    void watch(Runnable next) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // The first pulse draws; when the second begins, the picture has been handed over.
                pulses++;
                if (pulses == 2) {
                    stop();
                    taken.set(Optional.of(sinceStart()));
                    next.run();
                }
            }
        }.start();
    }

    private static Duration sinceStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(started, Instant.now());
    }
}
