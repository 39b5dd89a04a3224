package io.guidepost.devices.gpio;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code gpio.tamper}. */
public final class GpioTamperDriver implements Driver {
    private static final String FOLDER = "/var/lib/guidepost";

    @Override
    public String name() {
        return "gpio.tamper";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TAMPER;
    }

    @Override
    public String purpose() {
        return "a microswitch at the housing's door on a GPIO line";
    }

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(InputSettings.keys("the housing is open", Pull.UP));
        keys.add(
                Key.usual(
                        "file",
                        "where an alarm is remembered across restarts; its folder must be there",
                        FOLDER + "/tamper-NAME"));
        return List.copyOf(keys);
    }

    @Override
    public DeviceMaker read(Settings settings) {
        GpioSettings board = GpioSettings.read(settings);
        InputSettings input = InputSettings.read(settings, Pull.UP);
        Optional<Path> file = settings.path("file");
        return (id, around) ->
                new GpioTamper(
                        id,
                        GpioBoard.of(board, around),
                        input,
                        file.orElseGet(() -> Path.of(FOLDER, "tamper-" + id.name())),
                        around.clock());
    }
}
