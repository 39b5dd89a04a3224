package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Resending gives a slow backend time. */
class PatienceTest {
    private static final Duration USUAL = Duration.ofSeconds(30);

    @Test
    void growsWithEachFruitlessRoundUpToALimitAndIsResetByAnAcknowledgement() {
        Patience patience = new Patience(USUAL);
        assertThat(patience.now()).isBetween(times(0.75), times(1.5));
        patience.fruitless();
        assertThat(patience.now()).isBetween(times(1.5), times(3));
        patience.fruitless();
        assertThat(patience.now()).isBetween(times(3), times(6));
        for (int i = 0; i < 20; i++) {
            patience.fruitless();
        }
        assertThat(patience.now()).isBetween(times(7.5), times(15));
        patience.rewarded();
        assertThat(patience.now()).isBetween(times(0.75), times(1.5));
    }

    @Test
    void noTwoKiosksWaitAlike() {
        assertThat(Stream.generate(() -> new Patience(USUAL).now()).limit(20).distinct())
                .hasSizeGreaterThan(15);
    }

    private static Duration times(double factor) {
        return Duration.ofMillis((long) (USUAL.toMillis() * factor));
    }
}
