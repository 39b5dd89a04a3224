package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.util.List;

/** {@code scanner.camera}. */
public final class CameraScannerDriver implements Driver {
    @Override
    public String name() {
        return "scanner.camera";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public String purpose() {
        return "A camera that sends JPEG pictures, such as the Raspberry Pi's with rpicam-vid";
    }

    @Override
    public List<Key> keys() {
        return List.of(Key.needed("line", "tcp:HOST:PORT of the stream"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TCP));
        return (id, around) -> new CameraScanner(id, line.opener(), around.clock());
    }
}
