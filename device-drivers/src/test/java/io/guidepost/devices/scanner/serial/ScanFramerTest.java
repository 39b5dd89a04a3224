package io.guidepost.devices.scanner.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.Misread;
import io.guidepost.devices.scanner.ScanSink;
import io.guidepost.devices.scanner.Suffix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanFramerTest {
    private final List<String> codes = new ArrayList<>();
    private int refused;

    private final ScanFramer framer =
            new ScanFramer(
                    new SerialScannerSettings(
                            Suffix.ANY,
                            Duration.ofMillis(100),
                            Duration.ofMillis(500),
                            200,
                            Duration.ofSeconds(1)),
                    new ScanSink() {
                        @Override
                        public void code(String text) {
                            codes.add(text);
                        }

                        @Override
                        public void refused(Misread.Reason reason, int length) {
                            refused++;
                        }
                    });

    @Test
    void everyNoiseEndsAndTheNextCodeIsRead() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            framer.take(noise, noise.length, Duration.ZERO);
            framer.silence();
            codes.clear();
            byte[] code = "4006381333931\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            framer.take(code, code.length, Duration.ZERO);
            assertThat(codes).containsExactly("4006381333931");
        }
        assertThat(refused).isPositive();
    }
}
