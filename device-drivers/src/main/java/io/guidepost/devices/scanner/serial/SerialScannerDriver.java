package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.config.Surroundings;
import io.guidepost.devices.scanner.Suffix;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import io.guidepost.devices.transport.UsbIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code scanner.serial}. */
public final class SerialScannerDriver implements Driver {
    @Override
    public String name() {
        return "scanner.serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public String purpose() {
        return "Barcode scanners on a serial line, RS-232 or USB in virtual COM mode";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed("line", "tty:/dev/serial/by-id/…, or with @BAUD behind it (9600)"),
                Key.usual(
                        "suffix",
                        "what the scanner sends behind each code: any (CR, LF or both), cr, lf,"
                                + " crlf, tab, none",
                        "any"),
                Key.usual(
                        "pause",
                        "milliseconds, 10 to 5000: the scanner never stops that long inside a code;"
                                + " without a suffix it ends the code",
                        "100"),
                Key.usual(
                        "silence",
                        "milliseconds, 10 to 10000, after which a code that stopped is dropped",
                        "500"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TTY, Scheme.TCP));
        SerialScannerSettings usual = SerialScannerSettings.STANDARD;
        SerialScannerSettings read =
                new SerialScannerSettings(
                        suffix(settings),
                        settings.millis("pause", 10, 5_000, 100),
                        settings.millis("silence", 10, 10_000, 500),
                        usual.maxLength(),
                        usual.repeat());
        if (read.suffix() != Suffix.NONE && read.pause().compareTo(read.silence()) >= 0) {
            settings.problem("pause", "must be shorter than silence");
        }
        return (id, around) ->
                new SerialScanner(
                        id, line.opener(), () -> identity(line, around), read, around.clock());
    }

    private static DeviceIdentity identity(LineAddress line, Surroundings around) {
        return line instanceof LineAddress.Tty(Path path, int _)
                ? UsbIdentity.of(around.sys(), path)
                : DeviceIdentity.at(line.toString());
    }

    private static Suffix suffix(Settings settings) {
        return Suffix.valueOf(
                settings.choice("suffix", List.of("any", "cr", "lf", "crlf", "tab", "none"), "any")
                        .toUpperCase(Locale.ROOT));
    }
}
