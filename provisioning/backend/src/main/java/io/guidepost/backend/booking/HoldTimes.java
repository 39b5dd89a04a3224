package io.guidepost.backend.booking;

import java.time.Duration;

/**
 * How long a place is kept.
 *
 * @param hold from choosing to opening the payment
 * @param payment from opening the payment to the terminal's answer
 * @param unknown while nobody knows whether the terminal took the money
 */
public record HoldTimes(Duration hold, Duration payment, Duration unknown) {
    public static final HoldTimes DEFAULT =
            new HoldTimes(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(30));
}
