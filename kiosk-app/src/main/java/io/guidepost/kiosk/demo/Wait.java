package io.guidepost.kiosk.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something outside this process, with an end. */
final class Wait {
    private static final long STEP_MILLIS = 20;

    private Wait() {}

    /**
     * Asks until there is an answer.
     *
     * @param what ends the sentence "Waited 5 s for …"
     * @throws DemoException when the time is over; the last thing that went wrong is its cause
     */
    static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        DemoException last = null;
        while (true) {
            try {
                Optional<T> answer = question.get();
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (DemoException e) {
                last = e;
            }
            if (System.nanoTime() > end) {
                String why = last == null ? "" : " (" + last.getMessage() + ")";
                throw new DemoException(
                        "Waited %d s for %s in vain%s.".formatted(limit.toSeconds(), what, why),
                        last);
            }
            pause(STEP_MILLIS);
        }
    }

    /** Asks until it is so. */
    static void until(String what, Duration limit, BooleanSupplier question) {
        until(
                what,
                limit,
                () -> question.getAsBoolean() ? Optional.of(Boolean.TRUE) : Optional.empty());
    }

    /** Lets time pass. */
    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        }
    }
}
