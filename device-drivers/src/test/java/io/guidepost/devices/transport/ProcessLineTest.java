package io.guidepost.devices.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines over real programs. */
class ProcessLineTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void readsWhatTheProgramWritesAndSaysHowItEnded() throws Exception {
        try (ByteLine line = ProcessLine.to(List.of("sh", "-c", "printf abc; exit 3")).open()) {
            StringBuilder read = new StringBuilder();
            byte[] two = new byte[2];
            while (read.length() < 3) {
                int count = line.read(two, SOON);
                read.append(new String(two, 0, count, StandardCharsets.US_ASCII));
            }
            assertThat(read).hasToString("abc");
            assertThatThrownBy(
                            () -> {
                                // The status may come a moment after the last byte.
                                while (line.read(two, SOON) == 0) {
                                    Thread.onSpinWait();
                                }
                            })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sh has ended");
        }
    }

    @Test
    void aSilentProgramIsWaitedForAsLongAsAsked() throws Exception {
        try (ByteLine line = ProcessLine.to(List.of("sleep", "60")).open()) {
            assertThat(line.read(new byte[1], Duration.ofMillis(50))).isZero();
        }
    }

    @Test
    void closingEndsTheProgramThatWillNotAndWhatItStarted() throws Exception {
        String script = "trap '' TERM; sleep 61 & echo $!; while :; do sleep 1; done";
        ByteLine line = ProcessLine.to(List.of("sh", "-c", script)).open();
        byte[] text = new byte[32];
        int count = line.read(text, SOON);
        long child = Long.parseLong(new String(text, 0, count, StandardCharsets.US_ASCII).strip());
        assertThat(ProcessHandle.of(child)).isPresent();
        line.close();
        await().atMost(SOON)
                .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThatThrownBy(() -> line.read(text, SOON)).isInstanceOf(IOException.class);
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ProcessLine.to(List.of("no-such-camera-program")).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-camera-program");
    }

    @Test
    void aProgramNobodyReadsIsHeldUpAndEnds() throws Exception {
        ByteLine line = ProcessLine.to(List.of("cat", "/dev/zero")).open();
        assertThat(line.read(new byte[1], SOON)).isEqualTo(1);
        line.close();
        assertThatThrownBy(() -> line.read(new byte[1], SOON)).isInstanceOf(IOException.class);
    }
}
