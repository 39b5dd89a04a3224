package io.guidepost.devices.app;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceKind;
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
import io.guidepost.devices.StatusLight;
import io.guidepost.devices.TextStyle;
import io.guidepost.devices.TransactionStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** {@code test}: lets one device do its work, so that a person sees or hears it. */
final class TestCommand {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration WATCHED = Duration.ofSeconds(20);

    /** Where nobody has to walk up to the kiosk first. */
    private static final Duration HANDLED = Duration.ofSeconds(3);

    private static final int FAILED = 1;

    private final PrintStream out;
    private final Clock clock;
    private final Report report;

    TestCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.report = new Report(clock.getZone());
    }

    /** Zero when all did their work. */
    int run(List<String> arguments) throws Exception {
        Words words = new Words(arguments, Set.of("seconds", "file"));
        String what = words.next("what to test: a device, its kind, or all");
        words.end();
        try (TryOut tryOut = TryOut.of(words.text("file"));
                DeviceSet devices = DeviceSet.make(tryOut.config(), clock)) {
            Duration time = words.seconds("seconds").orElse(tryOut.handled() ? HANDLED : WATCHED);
            out.println(tryOut.about());
            List<Device> wanted = meant(devices.all(), what);
            if (wanted.isEmpty()) {
                throw new WrongUse(
                        "There is no \""
                                + what
                                + "\" here; there are "
                                + devices.all().stream()
                                        .map(d -> d.id().name())
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            boolean worked = true;
            for (Device device : wanted) {
                out.println();
                worked &= exercise(device, tryOut, time);
            }
            return worked ? 0 : FAILED;
        }
    }

    /** The device of this name, else those of this kind as people call it, else all. */
    private static List<Device> meant(List<Device> devices, String what) {
        List<Device> named = devices.stream().filter(d -> d.id().name().equals(what)).toList();
        return named.isEmpty()
                ? devices.stream()
                        .filter(d -> what.equals("all") || kind(d).equalsIgnoreCase(what))
                        .toList()
                : named;
    }

    private static String kind(Device device) {
        return device.id().kind() == DeviceKind.LIGHT ? "lamp" : device.id().kind().name();
    }

    private boolean exercise(Device device, TryOut tryOut, Duration time) throws Exception {
        return switch (device) {
            case CodeScanner scanner -> scan(scanner, tryOut, time);
            case ReceiptPrinter printer -> print(printer);
            case PaymentTerminal terminal -> ask(terminal);
            case StatusLight lamp -> shine(lamp, time);
            case PresenceSensor sensor -> sense(sensor, tryOut, time);
            default -> connect(device);
        };
    }

    private boolean scan(CodeScanner scanner, TryOut tryOut, Duration time)
            throws IOException, InterruptedException {
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

    private boolean shine(StatusLight lamp, Duration time) throws InterruptedException {
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

    private boolean sense(PresenceSensor sensor, TryOut tryOut, Duration time)
            throws IOException, InterruptedException {
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
