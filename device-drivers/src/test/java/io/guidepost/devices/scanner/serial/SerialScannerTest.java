package io.guidepost.devices.scanner.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.CodeScannerContract;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.scanner.Suffix;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import io.guidepost.devices.transport.SerialLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serial driver over a real pseudo-terminal. */
class SerialScannerTest extends CodeScannerContract {
    private static final String CODE = "4006381333931";
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final SerialScannerSettings SETTINGS =
            new SerialScannerSettings(Suffix.ANY, PAUSE, SILENCE, 100, Duration.ofSeconds(1));

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ScannerSimulator simulator;

    private final AtomicInteger passes = new AtomicInteger();

    @Override
    protected CodeScanner open() throws Exception {
        simulator = ScannerSimulator.start(directory.resolve("scanner"));
        return new SerialScanner(
                new DeviceId(DeviceKind.SCANNER, "serial"),
                counting(SerialLine.to(simulator.path(), 9600)),
                SETTINGS,
                Clock.systemUTC());
    }

    @AfterEach
    void end() throws Exception {
        simulator.close();
    }

    /** Counts how often the driver asks the line. */
    private LineOpener counting(LineOpener opener) {
        return () -> {
            ByteLine line = opener.open();
            return new ByteLine() {
                @Override
                public int read(byte[] into, Duration limit) throws IOException {
                    passes.incrementAndGet();
                    return line.read(into, limit);
                }

                @Override
                public void write(byte[] bytes) throws IOException {
                    line.write(bytes);
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        };
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 1 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
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
            String code = withCheckDigit(CODE.substring(0, 10) + (10 + i));
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
        assertThat(scanner.counters().get("halves")).isEqualTo(1);
    }

    @Test
    void aHalfBeforeTheNextCodeIsDroppedAndNeverGluedToIt() throws Exception {
        for (int i = 1; i < CODE.length(); i++) {
            String next = withCheckDigit("40123456789" + (char) ('0' + i % 10));
            sendAndPause(CODE.substring(0, i));
            simulator.scan(next);
            int halves = i;
            await().atMost(SOON)
                    .until(() -> scans.size() + misreads.size() > 0 && ended() == halves);
        }
        assertThat(scans).extracting(Scan::data).allMatch(c -> c.startsWith("40123456789"));
        // Where the two together have a right check digit by chance, neither is believed.
        assertThat(scanner.counters().get("halves") + scanner.counters().get("glued"))
                .isEqualTo(CODE.length() - 1);
        assertThat(scans).hasSizeGreaterThan(8);
    }

    /**
     * Sends a piece and nothing more for longer than a scanner stops inside a code. What a busy
     * machine reads in one go has no pause in it, so the piece must have been read first.
     */
    private void sendAndPause(String piece) throws Exception {
        Optional<Instant> before = scanner.health().link().at();
        simulator.raw(piece.getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON).until(() -> !scanner.health().link().at().equals(before));
        Thread.sleep(PAUSE.multipliedBy(2));
    }

    /** How many lines have been answered by a code, its repeat or by refusing both. */
    private long ended() {
        return scanner.counters().get("reads")
                + scanner.counters().get("repeats")
                + scanner.counters().get("glued");
    }

    @Test
    void anIdentifierInsideBeginsTheNextCode() throws Exception {
        simulator.raw("]E040063]E04012345678901\r".getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("4012345678901");
        assertThat(misreads).extracting(Misread::length).containsExactly(8);
    }

    @Test
    void twoTextsThatNothingProvesAreBothRefused() throws Exception {
        sendAndPause("MEM");
        simulator.scan("VOUCHER-77");
        await().atMost(SOON).until(() -> !misreads.isEmpty());
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.GLUED);
        assertThat(scans).isEmpty();
    }

    @Test
    void unpluggedInsideACodeCountsOneHalf() throws Exception {
        simulator.halfCode(CODE);
        await().during(Duration.ofMillis(60)).until(misreads::isEmpty);
        simulator.unplug();
        await().atMost(SEEN).until(() -> scanner.status() instanceof DeviceStatus.Disconnected);
        simulator.plug();
        await().atMost(BACK).until(() -> scanner.status().usable());
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scanner.counters().get("misreads")).isEqualTo(1);
        assertThat(scanner.counters().get("halves")).isEqualTo(1);
        assertThat(scans).extracting(Scan::data).containsExactly(CODE);
    }

    @Test
    void waitsWithoutABusyLoopPluggedInOrNot() throws Exception {
        int before = passes.get();
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(passes.get() - before).isLessThanOrEqualTo(4);
        simulator.unplug();
        int pulled = passes.get();
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(passes.get() - pulled).isLessThanOrEqualTo(4);
        assertThat(scanner.counters().get("retries")).isBetween(1L, 8L);
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
