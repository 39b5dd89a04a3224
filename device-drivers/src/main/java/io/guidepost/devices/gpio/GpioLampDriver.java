package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.util.List;

/** {@code gpio.lamp}. */
public final class GpioLampDriver implements Driver {
    @Override
    public String name() {
        return "gpio.lamp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.LIGHT;
    }

    @Override
    public String purpose() {
        return "a lamp behind a transistor or relay on a GPIO line";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                GpioSettings.BOARD,
                GpioSettings.CHIP,
                Key.needed("line", "GPIO (BCM) number of the output, 0 to 999"),
                Key.usual("active", "level at which the lamp is lit: high or low", "high"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        GpioSettings board = GpioSettings.read(settings);
        int line = settings.neededNumber("line", 0, 999);
        boolean high = settings.choice("active", List.of("high", "low"), "high").equals("high");
        return (id, around) ->
                new GpioLamp(id, GpioBoard.of(board, around), line, high, around.clock());
    }
}
