package io.guidepost.devices.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllScannersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final AllScanners all =
            new AllScanners(Duration.ofSeconds(1), s -> told.add(s.from().name() + " " + s.data()));

    @Test
    void theSameCodeByTwoScannersIsOneScan() {
        scan("hand", "012345678905", 0);
        scan("built-in", "0012345678905", 999);
        assertThat(told).containsExactly("hand 012345678905");
    }

    @Test
    void afterASecondOrAnotherCodeItIsAnotherScan() {
        scan("hand", "A", 0);
        scan("built-in", "B", 10);
        scan("built-in", "A", 1000);
        scan("built-in", "A", 1001);
        assertThat(told).containsExactly("hand A", "built-in B", "built-in A", "built-in A");
    }

    private void scan(String scanner, String data, int millis) {
        all.accept(
                new Scan(
                        data,
                        Optional.empty(),
                        Symbology.UNKNOWN,
                        NOON.plusMillis(millis),
                        new DeviceId(DeviceKind.SCANNER, scanner)));
    }
}
