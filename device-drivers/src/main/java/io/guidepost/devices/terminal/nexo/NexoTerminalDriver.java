package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.util.List;

/** {@code terminal.nexo}. */
public final class NexoTerminalDriver implements Driver {
    @Override
    public String name() {
        return "terminal.nexo";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TERMINAL;
    }

    @Override
    public String purpose() {
        return "Card terminals that speak nexo Sale-to-POI 3.1 in JSON over TCP";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed("line", "tcp:HOST:PORT"),
                Key.needed("sale-id", "the kiosk's name at the terminal, 1 to 40 characters"),
                Key.needed("poi-id", "the terminal's name, 1 to 40 characters"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TCP));
        String saleId = settings.needed("sale-id", 40);
        String poiId = settings.needed("poi-id", 40);
        return (id, around) ->
                new NexoTerminal(id, line.opener(), NexoSettings.of(saleId, poiId), around.clock());
    }
}
