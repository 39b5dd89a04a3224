package io.guidepost.kiosk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneAtATimeTest {
    @TempDir Path dir;

    @Test
    void aSecondDemoOnTheSameDataIsTurnedAwayUntilTheFirstHasEnded() {
        Path data = dir.resolve("demo");
        try (OneAtATime _ = OneAtATime.in(data)) {
            assertThatThrownBy(() -> OneAtATime.in(data))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("Another demo runs on " + data)
                    .hasMessageContaining("--data");
        }
        try (OneAtATime again = OneAtATime.in(data)) {
            assertThat(again).isNotNull();
        }
        assertThat(data).as("left as it was").doesNotExist();
    }
}
