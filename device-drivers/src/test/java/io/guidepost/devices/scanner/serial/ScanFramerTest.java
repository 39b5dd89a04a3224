package io.guidepost.devices.scanner.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanFramerTest {
    private final List<String> codes = new ArrayList<>();
    private int refused;

    private final ScanFramer framer =
            new ScanFramer(
                    200,
                    new ScanFramer.Sink() {
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
            framer.take(noise, noise.length);
            framer.silence();
            codes.clear();
            byte[] code = "4006381333931\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            framer.take(code, code.length);
            assertThat(codes).containsExactly("4006381333931");
        }
        assertThat(refused).isPositive();
    }
}
