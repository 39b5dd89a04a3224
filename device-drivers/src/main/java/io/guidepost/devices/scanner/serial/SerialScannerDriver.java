package io.guidepost.devices.scanner.serial;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.util.List;

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
                Key.needed("line", "tty:/dev/serial/by-id/…, or with @BAUD behind it (9600)"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TTY, Scheme.TCP));
        return (id, around) ->
                new SerialScanner(
                        id, line.opener(), SerialScannerSettings.STANDARD, around.clock());
    }
}
