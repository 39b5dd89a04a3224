package io.guidepost.devices.scanner.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.CodeScannerContract;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.transport.SerialLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serial driver over a real pseudo-terminal. */
class SerialScannerTest extends CodeScannerContract {
    private static final String CODE = "4006381333931";
    private static final SerialScannerSettings SETTINGS =
            new SerialScannerSettings(Duration.ofMillis(400), 100, Duration.ofSeconds(1));

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ScannerSimulator simulator;

    @Override
    protected CodeScanner open() throws Exception {
        simulator = ScannerSimulator.start(directory.resolve("scanner"));
        return new SerialScanner(
                new DeviceId(DeviceKind.SCANNER, "serial"),
                SerialLine.to(simulator.path(), 9600),
                SETTINGS,
                Clock.systemUTC());
    }

    @AfterEach
    void end() throws Exception {
        simulator.close();
    }

    @Override
    protected void show(String ean13) throws Exception {
        simulator.scan(ean13);
    }

    @Override
    protected void unplug() throws Exception {
        simulator.unplug();
    }

    @Override
    protected void plug() throws Exception {
        simulator.plug();
    }

    @Test
    void takesTheAimIdentifierOff() throws Exception {
        simulator.scanWithAim("]E0", CODE);
        simulator.scanWithAim("]d2", "0104006381333931\u001d10ABC");
        simulator.scanWithAim("]Q1", "https://id.example/01/04006381333931");
        await().atMost(SOON).until(() -> scans.size() == 3);
        assertThat(scans)
                .extracting(Scan::data)
                .containsExactly(
                        CODE,
                        "0104006381333931\u001d10ABC",
                        "https://id.example/01/04006381333931");
        assertThat(scans)
                .extracting(Scan::symbology)
                .containsExactly(Symbology.EAN_13, Symbology.GS1_DATA_MATRIX, Symbology.QR);
        assertThat(scans.getFirst().aimId()).isEqualTo(Optional.of("]E0"));
    }

    @Test
    void joinsACodeSplitAtEveryByte() throws Exception {
        for (int i = 1; i < CODE.length(); i++) {
            String code = CODE.substring(0, 12) + i;
            simulator.scanInPieces(
                    List.of(code.substring(0, i), code.substring(i)), Duration.ofMillis(5));
        }
        await().atMost(SOON).until(() -> scans.size() == CODE.length() - 1);
        assertThat(misreads).isEmpty();
    }

    @Test
    void dropsAHalfCodeAfterSilence() throws Exception {
        simulator.halfCode(CODE);
        await().atMost(SOON).until(() -> !misreads.isEmpty());
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly(CODE);
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.CUT_SHORT);
    }

    @Test
    void refusesNoiseAndReadsOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            simulator.noise(60);
        }
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly(CODE);
        assertThat(misreads).extracting(Misread::reason).containsOnly(Misread.Reason.NOISE);
        assertThat(scanner.counters().get("misreads")).isEqualTo(5);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        simulator.scan("7".repeat(101));
        simulator.scan("7".repeat(100));
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans.getFirst().data()).hasSize(100);
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.TOO_LONG);
        assertThat(misreads.getFirst().length()).isEqualTo(101);
    }

    @Test
    void endsACodeWithCrLfOrBoth() throws Exception {
        simulator.raw("A1\rB2\nC3\r\nD4\r".getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON).until(() -> scans.size() == 4);
        assertThat(scans).extracting(Scan::data).containsExactly("A1", "B2", "C3", "D4");
        assertThat(misreads).isEmpty();
    }
}
