package io.guidepost.devices.app;

import io.guidepost.devices.Backlight;
import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentTerminal;
import io.guidepost.devices.PresenceSensor;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.ReceiptLine.Ean13;
import io.guidepost.devices.ReceiptLine.Feed;
import io.guidepost.devices.ReceiptLine.QrCode;
import io.guidepost.devices.ReceiptLine.Rule;
import io.guidepost.devices.ReceiptLine.Text;
import io.guidepost.devices.ReceiptPrinter;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Speech;
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.TamperEvent;
import io.guidepost.devices.TamperSwitch;
import io.guidepost.devices.TextStyle;
import io.guidepost.devices.TransactionStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets single devices do their work, so that a person sees or hears it. Each answers whether its
 * device did it.
 */
final class Exercises {
    private static final Duration CONNECT = Duration.ofSeconds(15);

    private final PrintStream out;
    private final Clock clock;
    private final Report report;
    private final TryOut tryOut;
    private final Duration time;

    Exercises(PrintStream out, Clock clock, TryOut tryOut, Duration time) {
        this.out = out;
        this.clock = clock;
        this.report = new Report(clock.getZone());
        this.tryOut = tryOut;
        this.time = time;
    }

    boolean run(Device device) throws Exception {
        return switch (device) {
            case CodeScanner scanner -> scan(scanner);
            case ReceiptPrinter printer -> print(printer);
            case PaymentTerminal terminal -> ask(terminal);
            case StatusLight lamp -> shine(lamp);
            case PresenceSensor sensor -> sense(sensor);
            case TamperSwitch tamper -> guard(tamper);
            case Backlight backlight -> dim(backlight);
            case Speech speech -> speak(speech);
            default -> connect(device);
        };
    }

    private boolean scan(CodeScanner scanner) throws IOException, InterruptedException {
        AtomicInteger read = new AtomicInteger();
        scanner.onScan(
                scan -> {
                    read.incrementAndGet();
                    out.println(scanned(scan));
                });
        scanner.onMisread(
                misread ->
                        out.println(
                                Report.name(misread.from())
                                        + ": could not be read ("
                                        + misread.length()
                                        + " bytes), scan it again"));
        if (!connect(scanner)) {
            return false;
        }
        out.println("Scan something; what is read is shown for " + time.toSeconds() + " seconds.");
        tryOut.handle(scanner);
        Thread.sleep(time);
        out.println(read.get() == 0 ? "Nothing was scanned." : "Codes read: " + read.get() + ".");
        return read.get() > 0;
    }

    private static String scanned(Scan scan) {
        return Report.name(scan.from())
                + ": "
                + scan.data().replaceAll("\\p{Cntrl}", "·")
                + " ("
                + scan.symbology().name().replace('_', '-')
                + ")";
    }

    private boolean print(ReceiptPrinter printer) throws Exception {
        if (!connect(printer)) {
            return false;
        }
        Receipt receipt =
                Receipt.of(
                        new Text("TEST", TextStyle.TITLE),
                        Text.of("Guidepost, " + clock.instant()),
                        Text.of("ÄÖÜ ß é ñ Ł € 12,90"),
                        new Rule(),
                        new QrCode("https://guidepost.example/test"),
                        new Ean13("4006381333931"),
                        new Feed(2));
        PrintOutcome outcome =
                printer.print(receipt).toCompletableFuture().get(1, TimeUnit.MINUTES);
        return switch (outcome) {
            case PrintOutcome.Printed _ -> {
                out.println("The printer says that the test receipt is on the paper.");
                yield true;
            }
            case PrintOutcome.NotPrinted(PrintOutcome.Reason reason) -> {
                out.println("Not printed: " + reason.words() + ".");
                yield false;
            }
        };
    }

    /** Asks for a payment that never was: a terminal that can answer that can also take money. */
    private boolean ask(PaymentTerminal terminal) throws Exception {
        if (!connect(terminal)) {
            return false;
        }
        TransactionStatus answer =
                terminal.status(new PaymentOrder(UUID.randomUUID(), 1, "EUR", "test"))
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES);
        return switch (answer) {
            case TransactionStatus.NotFound _ -> {
                out.println("The terminal is logged in and answers. No money was moved.");
                yield true;
            }
            case TransactionStatus.NoAnswer(String reason) -> {
                out.println("The terminal gives no answer: " + reason + ".");
                yield false;
            }
            case TransactionStatus.Finished _, TransactionStatus.InProgress _ -> {
                out.println("The terminal knows a payment that never was: it cannot be trusted.");
                yield false;
            }
        };
    }

    private boolean shine(StatusLight lamp) throws InterruptedException {
        if (!connect(lamp)) {
            return false;
        }
        StatusLight.Signal[] signals = StatusLight.Signal.values();
        for (StatusLight.Signal signal : signals) {
            out.println(
                    switch (signal) {
                        case IDLE -> "The lamp should be dark.";
                        case ATTENTION -> "The lamp should be lit.";
                        case WORKING -> "The lamp should blink slowly.";
                        case ERROR -> "The lamp should blink fast.";
                    });
            lamp.set(signal);
            Thread.sleep(time.dividedBy(signals.length));
        }
        return lamp.status().usable();
    }

    private boolean sense(PresenceSensor sensor) throws IOException, InterruptedException {
        AtomicInteger changes = new AtomicInteger();
        sensor.onPresence(
                there -> {
                    changes.incrementAndGet();
                    out.println(there ? "Somebody is there." : "Nobody is there.");
                });
        if (!connect(sensor)) {
            return false;
        }
        out.println("Step up and away; changes are shown for " + time.toSeconds() + " seconds.");
        tryOut.handle(sensor);
        Thread.sleep(time);
        if (changes.get() == 0) {
            out.println("The sensor saw no change.");
        }
        return changes.get() > 0;
    }

    /** Only a named member of staff ends an alarm, so this leaves it standing. */
    private boolean guard(TamperSwitch tamper) throws IOException, InterruptedException {
        AtomicInteger alarms = new AtomicInteger();
        tamper.onTamper(
                event -> {
                    if (event instanceof TamperEvent.Alarm) {
                        alarms.incrementAndGet();
                        out.println("The housing is open; the alarm stands until staff ends it.");
                    }
                });
        if (!connect(tamper)) {
            return false;
        }
        out.println("Open the housing; it is watched for " + time.toSeconds() + " seconds.");
        tryOut.handle(tamper);
        Thread.sleep(time);
        if (alarms.get() == 0) {
            out.println("The switch saw no opening.");
        }
        return alarms.get() > 0;
    }

    private boolean dim(Backlight backlight) throws InterruptedException {
        if (!connect(backlight)) {
            return false;
        }
        for (int percent : new int[] {20, 60, 100}) {
            out.println("The panel should shine at " + percent + " %.");
            backlight.set(percent);
            Thread.sleep(time.dividedBy(3));
        }
        return backlight.status().usable();
    }

    private boolean speak(Speech speech) throws Exception {
        if (!connect(speech)) {
            return false;
        }
        Speech.Spoken spoken =
                speech.say("Guidepost speaks.", Locale.ENGLISH)
                        .toCompletableFuture()
                        .get(1, TimeUnit.MINUTES);
        out.println(
                spoken == Speech.Spoken.SAID
                        ? "You should have heard: Guidepost speaks."
                        : "It could not be said.");
        return spoken == Speech.Spoken.SAID;
    }

    private boolean connect(Device device) throws InterruptedException {
        CountDownLatch usable = new CountDownLatch(1);
        try (var _ =
                device.onStatus(
                        status -> {
                            if (status.usable()) {
                                usable.countDown();
                            }
                        })) {
            device.start();
            var _ = usable.await(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        }
        out.println(report.line(device.id(), device.status()));
        return device.status().usable();
    }
}
