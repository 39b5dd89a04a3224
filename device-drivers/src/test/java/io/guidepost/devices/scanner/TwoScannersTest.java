package io.guidepost.devices.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.scanner.evdev.EvdevAddress;
import io.guidepost.devices.scanner.evdev.EvdevScanner;
import io.guidepost.devices.scanner.evdev.EvdevSettings;
import io.guidepost.devices.scanner.evdev.Keys;
import io.guidepost.devices.scanner.serial.SerialScanner;
import io.guidepost.devices.scanner.serial.SerialScannerSettings;
import io.guidepost.devices.sim.HidScannerSimulator;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.transport.SerialLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A serial scanner and one that types, both reading at once. */
class TwoScannersTest {
    private static final int CODES = 20;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AllScanners all =
            new AllScanners(AllScanners.WINDOW, s -> told.add(s.from().name() + s.data()));

    @SuppressWarnings("NullAway.Init")
    private ScannerSimulator tty;

    @SuppressWarnings("NullAway.Init")
    private HidScannerSimulator keys;

    @SuppressWarnings("NullAway.Init")
    private CodeScanner serial;

    @SuppressWarnings("NullAway.Init")
    private CodeScanner hid;

    @BeforeEach
    void start() throws Exception {
        tty = ScannerSimulator.start(directory.resolve("tty"));
        keys = HidScannerSimulator.start(directory);
        serial =
                new SerialScanner(
                        new DeviceId(DeviceKind.SCANNER, "serial"),
                        SerialLine.to(tty.path(), 9600),
                        SerialScannerSettings.STANDARD,
                        Clock.systemUTC());
        hid =
                new EvdevScanner(
                        new DeviceId(DeviceKind.SCANNER, "hid"),
                        new EvdevAddress.File(keys.link()),
                        EvdevSettings.STANDARD,
                        keys.dev(),
                        keys.sys(),
                        Clock.systemUTC());
        for (CodeScanner scanner : List.of(serial, hid)) {
            scanner.onScan(all);
            scanner.start();
        }
        await().until(() -> serial.status().usable() && hid.status().usable());
    }

    @AfterEach
    void end() throws Exception {
        serial.close();
        hid.close();
        tty.close();
        keys.close();
    }

    @Test
    void codesThatComeByteByByteInTurnStayWholeAndInOrder() throws Exception {
        byte[] bytes = bytes("-S%02d\r");
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        for (int i = 0; i < CODES; i++) {
            typed.writeBytes(keys.typed("-h%02d".formatted(i)));
            typed.writeBytes(keys.key(Keys.ENTER));
        }
        byte[] events = typed.toByteArray();
        int part = events.length / bytes.length + 1;
        for (int i = 0; i < bytes.length; i++) {
            tty.raw(new byte[] {bytes[i]});
            int from = Math.min(events.length, i * part);
            keys.raw(Arrays.copyOfRange(events, from, Math.min(events.length, from + part)));
        }
        await().until(() -> told.size() == 2 * CODES);
        assertThat(told.stream().filter(t -> t.startsWith("serial")))
                .containsExactlyElementsOf(names("serial-S%02d"));
        assertThat(told.stream().filter(t -> t.startsWith("hid")))
                .containsExactlyElementsOf(names("hid-h%02d"));
        assertThat(serial.counters().get("misreads") + hid.counters().get("misreads")).isZero();
    }

    @Test
    void theSameCodeByBothIsOneScan() throws Exception {
        tty.scan("4006381333931");
        keys.scan("4006381333931");
        await().until(() -> serial.counters().get("reads") + hid.counters().get("reads") == 2);
        keys.scan("END");
        await().until(() -> told.contains("hidEND"));
        assertThat(told).hasSize(2);
    }

    private static byte[] bytes(String form) {
        return String.join("", names(form)).getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> names(String form) {
        return IntStream.range(0, CODES).mapToObj(form::formatted).toList();
    }
}
