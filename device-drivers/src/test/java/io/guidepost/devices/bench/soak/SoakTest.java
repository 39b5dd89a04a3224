package io.guidepost.devices.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The soak, short. Threads and memory of a test run belong to other tests too, so they are not
 * judged here.
 */
class SoakTest {
    @Test
    void everyFaultIsCountedAndEveryDeviceIsReadyAtTheEnd() throws Exception {
        List<String> said = new ArrayList<>();
        Soak.Result result = new Soak(Duration.ofSeconds(5), 7, said::add).run();
        assertThat(result.scores())
                .allSatisfy(
                        t -> assertThat(t.score().failures()).as("%s", t.device().id()).isEmpty());
        assertThat(result.notReady()).isEmpty();
        assertThat(result.scores()).hasSize(7).allMatch(t -> t.score().faults() > 0);
    }
}
