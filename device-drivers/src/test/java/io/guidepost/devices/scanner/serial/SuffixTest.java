package io.guidepost.devices.scanner.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.scanner.Suffix;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.transport.SerialLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scanners that end their codes otherwise. */
class SuffixTest {
    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ANY, A1\\rB2\\nC3\\r\\nD4\\r, A1 B2 C3 D4",
        "CR, A1\\rB2\\r\\nC3\\r, A1 B2 C3",
        "LF, A1\\nB2\\n, A1 B2",
        "CRLF, A1\\r\\nB2\\r\\n, A1 B2",
        "TAB, A1\\tB2\\t, A1 B2",
        "NONE, A1, A1",
        "NONE, A1\\r, A1",
    })
    void aCodeEndsAsTheScannerIsSet(Suffix suffix, String sent, String read) throws Exception {
        List<String> codes = new CopyOnWriteArrayList<>();
        try (ScannerSimulator simulator = ScannerSimulator.start(directory.resolve("tty"));
                SerialScanner scanner =
                        new SerialScanner(
                                new DeviceId(DeviceKind.SCANNER, "serial"),
                                SerialLine.to(simulator.path(), 9600),
                                new SerialScannerSettings(
                                        suffix,
                                        Duration.ofMillis(80),
                                        Duration.ofMillis(400),
                                        100,
                                        Duration.ofSeconds(1)),
                                Clock.systemUTC())) {
            scanner.onScan(scan -> codes.add(scan.data()));
            scanner.start();
            await().until(() -> scanner.status().usable());
            simulator.raw(sent.translateEscapes().getBytes(StandardCharsets.US_ASCII));
            List<String> all = List.of(read.split(" ", -1));
            await().until(() -> codes.size() == all.size());
            assertThat(codes).isEqualTo(all);
            assertThat(scanner.counters().get("misreads")).isZero();
        }
    }
}
