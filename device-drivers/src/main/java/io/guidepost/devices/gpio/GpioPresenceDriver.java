package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.util.List;

/** {@code gpio.presence}. */
public final class GpioPresenceDriver implements Driver {
    @Override
    public String name() {
        return "gpio.presence";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PRESENCE;
    }

    @Override
    public String purpose() {
        return "a motion detector (PIR), radar or light barrier on a GPIO line";
    }

    @Override
    public List<Key> keys() {
        return InputSettings.keys("somebody is there", Pull.DOWN);
    }

    @Override
    public DeviceMaker read(Settings settings) {
        GpioSettings board = GpioSettings.read(settings);
        InputSettings input = InputSettings.read(settings, Pull.DOWN);
        return (id, around) ->
                new GpioPresence(id, GpioBoard.of(board, around), input, around.clock());
    }
}
