package io.guidepost.devices.scanner.evdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.CodeScannerContract;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.scanner.Suffix;
import io.guidepost.devices.sim.HidScannerSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evdev driver, found by its USB numbers, over a simulated kernel in its own sockets. */
class EvdevScannerTest extends CodeScannerContract {
    private static final String CODE = "4006381333931";
    private static final String NEXT = "4012345678901";
    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final EvdevSettings SETTINGS =
            new EvdevSettings(
                    KeyLayout.US,
                    Suffix.ANY,
                    Duration.ofMillis(80),
                    SILENCE,
                    100,
                    Duration.ofSeconds(1));

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private HidScannerSimulator simulator;

    @Override
    protected CodeScanner open() throws Exception {
        simulator = HidScannerSimulator.start(directory);
        return driver(SETTINGS);
    }

    private EvdevScanner driver(EvdevSettings settings) {
        return new EvdevScanner(
                new DeviceId(DeviceKind.SCANNER, "hid"),
                new EvdevAddress.Usb(
                        HidScannerSimulator.VENDOR,
                        HidScannerSimulator.PRODUCT,
                        Optional.of(HidScannerSimulator.SERIAL)),
                settings,
                simulator.dev(),
                simulator.sys(),
                Clock.systemUTC());
    }

    /** Closes the usual driver and reads with these settings instead. */
    private void reopen(EvdevSettings settings) {
        scanner.close();
        scanner = driver(settings);
        scanner.onScan(scans::add);
        scanner.onMisread(misreads::add);
        scanner.start();
        await().atMost(SOON).until(() -> scanner.status().usable());
    }

    private static EvdevSettings on(KeyLayout layout) {
        return new EvdevSettings(
                layout,
                SETTINGS.suffix(),
                SETTINGS.pause(),
                SILENCE,
                SETTINGS.maxLength(),
                SETTINGS.repeat());
    }

    @AfterEach
    void end() throws Exception {
        simulator.close();
    }

    @Override
    protected void show(String ean13) {
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
    void saysWhichOneItIs() {
        assertThat(scanner.status()).isInstanceOf(DeviceStatus.Ready.class);
        DeviceIdentity identity = scanner.identity();
        assertThat(identity.vendor()).isEqualTo("f055");
        assertThat(identity.product()).isEqualTo("5ca1 Guidepost Simulated Scanner");
        assertThat(identity.serial()).isEqualTo(HidScannerSimulator.SERIAL);
    }

    @Test
    void takesTheAimIdentifierOffAndKeepsSeparators() {
        simulator.scan("]E0" + CODE);
        simulator.scan("]d20104006381333931\u001d10aBC-7/x");
        simulator.scan("]Q1https://id.example/01/04006381333931?x=1&y=%20");
        await().atMost(SOON).until(() -> scans.size() == 3);
        assertThat(scans)
                .extracting(Scan::data)
                .containsExactly(
                        CODE,
                        "0104006381333931\u001d10aBC-7/x",
                        "https://id.example/01/04006381333931?x=1&y=%20");
        assertThat(scans)
                .extracting(Scan::symbology)
                .containsExactly(Symbology.EAN_13, Symbology.GS1_DATA_MATRIX, Symbology.QR);
    }

    @Test
    void joinsACodeSplitAtEveryByteOfItsEvents() throws Exception {
        int read = 0;
        int length = simulator.typed("A1").length;
        for (int i = 0; i < length; i++) {
            String code = "A1" + read;
            byte[] events = simulator.typed(code);
            simulator.raw(Arrays.copyOf(events, i));
            Thread.sleep(1);
            simulator.raw(Arrays.copyOfRange(events, i, events.length));
            simulator.raw(simulator.key(Keys.ENTER));
            read++;
        }
        int all = read;
        await().atMost(SOON).until(() -> scans.size() == all);
        assertThat(scans).extracting(Scan::data).allMatch(c -> c.startsWith("A1"));
        assertThat(misreads).isEmpty();
    }

    @Test
    void dropsAHalfCodeAfterSilence() {
        simulator.halfCode(CODE);
        await().atMost(SOON).until(() -> !misreads.isEmpty());
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly(CODE);
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.CUT_SHORT);
        assertThat(scanner.counters().get("halves")).isEqualTo(1);
    }

    @Test
    void silenceIsThatOfTheKernelsClockNotOfTheReader() {
        // All of it lies ready at once, so only the times of the events tell that it stopped.
        simulator.halfCode("MEMBER-1");
        simulator.pause(SILENCE.multipliedBy(2));
        simulator.scan("VOUCHER-2");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("VOUCHER-2");
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.CUT_SHORT);
    }

    @Test
    void aHalfBeforeTheNextCodeIsDroppedAndNeverGluedToIt() {
        for (int i = 1; i < CODE.length(); i++) {
            String next = i % 2 == 0 ? NEXT : CODE;
            simulator.raw(simulator.typed(CODE.substring(0, i)));
            simulator.pause(PAUSE);
            simulator.scan(next);
        }
        await().atMost(SOON)
                .until(
                        () ->
                                scanner.counters().get("reads")
                                                + scanner.counters().get("repeats")
                                                + scanner.counters().get("glued")
                                        == CODE.length() - 1);
        assertThat(scans).extracting(Scan::data).allMatch(c -> c.equals(CODE) || c.equals(NEXT));
        assertThat(scanner.counters().get("halves") + scanner.counters().get("glued"))
                .isEqualTo(CODE.length() - 1);
        assertThat(scans).hasSizeGreaterThan(8);
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
    void aScannerOnAnotherLayoutIsToldApartAndNamed() {
        simulator.setLayout(KeyLayout.FR);
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> misreads.size() == 1);
        simulator.setLayout(KeyLayout.DE);
        simulator.scan("https://id.example/01/04006381333931");
        await().atMost(SOON).until(() -> misreads.size() == 2);
        assertThat(misreads).extracting(Misread::reason).containsOnly(Misread.Reason.WRONG_LAYOUT);
        assertThat(scans).isEmpty();
        await().atMost(SOON)
                .until(
                        () ->
                                scanner.status() instanceof DeviceStatus.Degraded d
                                        && d.reason().contains("layout de")
                                        && d.reason().contains("read as us"));
        // Digits alone are the same on both, so they do not clear it; a web address does.
        simulator.scan(NEXT);
        await().atMost(SOON).until(() -> scans.size() == 1);
        assertThat(scanner.status()).isInstanceOf(DeviceStatus.Degraded.class);
        simulator.setLayout(KeyLayout.US);
        simulator.scan("https://id.example/01/04006381333931");
        await().atMost(SOON).until(() -> scanner.status() instanceof DeviceStatus.Ready);
        assertThat(scanner.counters().get("wrong-layout")).isEqualTo(2);
    }

    @Test
    void readsEachLayoutThatItIsSetTo() {
        for (KeyLayout layout : KeyLayout.values()) {
            reopen(on(layout));
            scans.clear();
            simulator.setLayout(layout);
            simulator.scan("]Q1https://id.example/01/0400?q=Zy&a=@x#[7]");
            simulator.scan("]d2010400638133393110AB\u001d21x_y");
            await().atMost(SOON).until(() -> scans.size() == 2);
            assertThat(scans)
                    .extracting(Scan::data)
                    .as("%s", layout)
                    .containsExactly(
                            "https://id.example/01/0400?q=Zy&a=@x#[7]",
                            "010400638133393110AB\u001d21x_y");
        }
        assertThat(misreads).isEmpty();
    }

    @Test
    void readsNumbersTypedWithAlt() {
        simulator.scanByNumbers("]C10104006381333931\u001d10äß€");
        await().atMost(SOON).until(() -> !scans.isEmpty() || !misreads.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("0104006381333931\u001d10äß€");
    }

    @Test
    void lostEventsSpoilOneCodeAndNoOther() {
        simulator.halfCode(CODE);
        simulator.overrun();
        simulator.scan(CODE.substring(6));
        simulator.scan(NEXT);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly(NEXT);
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.CUT_SHORT);
        assertThat(scanner.counters().get("kernel-overruns")).isEqualTo(1);
    }

    @Test
    void aKeyWhoseReleaseWasLostIsAskedOfTheKernel() {
        simulator.hold(Keys.LEFT_SHIFT, true);
        simulator.holdUnseen(Keys.LEFT_SHIFT, false);
        simulator.overrun();
        simulator.raw(simulator.key(Keys.ENTER));
        await().atMost(SOON).until(() -> misreads.size() == 1);
        simulator.scan("abc");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("abc");
    }

    @Test
    void aModifierHeldFromTheStartOrAcrossSilenceIsIgnored() throws Exception {
        scanner.close();
        simulator.holdUnseen(Keys.LEFT_CTRL, true);
        reopen(SETTINGS);
        simulator.scan("abc1");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        simulator.hold(Keys.RIGHT_SHIFT, true);
        await().atMost(SOON).until(() -> scanner.counters().get("stuck-modifiers") == 1);
        simulator.scan("abc2");
        simulator.hold(Keys.RIGHT_SHIFT, false);
        simulator.hold(Keys.RIGHT_SHIFT, true);
        simulator.scan("abc3");
        simulator.hold(Keys.RIGHT_SHIFT, false);
        await().atMost(SOON).until(() -> scans.size() == 3);
        assertThat(scans).extracting(Scan::data).containsExactly("abc1", "abc2", "ABC#");
        assertThat(misreads).isEmpty();
    }

    @Test
    void keysRepeatedByTheKernelAreTypedOnce() {
        simulator.raw(simulator.typed("A"));
        long now = System.nanoTime() / 1000;
        for (int i = 0; i < 5; i++) {
            simulator.raw(new InputEvent(now, InputEvent.EV_KEY, 30, 2).bytes());
        }
        simulator.scan("B");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("AB");
    }

    @Test
    void capsLockOfTheScannerChangesLettersOnly() {
        simulator.raw(simulator.key(Keys.CAPS_LOCK));
        simulator.raw(simulator.typed("aB1/"));
        simulator.raw(simulator.key(Keys.CAPS_LOCK));
        simulator.scan("c");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("Ab1/c");
    }

    @Test
    void aKeyThatTypesNothingSpoilsTheCode() {
        simulator.raw(simulator.typed("AB"));
        int f1 = 59;
        simulator.raw(simulator.key(f1));
        simulator.scan("CD");
        await().atMost(SOON).until(() -> !misreads.isEmpty());
        assertThat(misreads).extracting(Misread::reason).containsExactly(Misread.Reason.NOISE);
        assertThat(scans).isEmpty();
    }

    @Test
    void aPauseEndsACodeWithoutSuffix() {
        reopen(
                new EvdevSettings(
                        KeyLayout.US,
                        Suffix.NONE,
                        SETTINGS.pause(),
                        SILENCE,
                        100,
                        SETTINGS.repeat()));
        simulator.setSuffix(0);
        simulator.scan(CODE);
        simulator.pause(PAUSE);
        simulator.scan("abc");
        await().atMost(SOON).until(() -> scans.size() == 2);
        assertThat(scans).extracting(Scan::data).containsExactly(CODE, "abc");
        assertThat(misreads).isEmpty();
    }

    @Test
    void endsACodeWithTabOrKeypadEnter() {
        simulator.setSuffix(Keys.TAB);
        simulator.scan("A");
        simulator.setSuffix(Keys.KEYPAD_ENTER);
        simulator.scan("B");
        await().atMost(SOON).until(() -> scans.size() == 2);
        assertThat(scans).extracting(Scan::data).containsExactly("A", "B");
    }

    @Test
    void withoutTheGrabItReadsAndSaysSo() {
        scanner.close();
        simulator.setRefusesGrab(true);
        reopen(SETTINGS);
        assertThat(scanner.status()).isInstanceOf(DeviceStatus.Degraded.class);
        simulator.scan(CODE);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        simulator.setRefusesGrab(false);
        await().atMost(SOON).until(() -> scanner.status() instanceof DeviceStatus.Ready);
    }

    @Test
    void refusesWhatIsTooLong() {
        simulator.scan("7".repeat(101));
        simulator.scan("7".repeat(100));
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans.getFirst().data()).hasSize(100);
        assertThat(misreads).extracting(Misread::length).containsExactly(101);
        assertThat(scanner.counters().get("too-long")).isEqualTo(1);
    }
}
