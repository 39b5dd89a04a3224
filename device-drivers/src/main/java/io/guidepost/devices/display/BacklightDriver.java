package io.guidepost.devices.display;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.util.List;

/** {@code display.backlight}. */
public final class BacklightDriver implements Driver {
    @Override
    public String name() {
        return "display.backlight";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.BACKLIGHT;
    }

    @Override
    public String purpose() {
        return "a panel whose backlight the kernel sets, such as Raspberry Pi Touch Display";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.usual(
                        "name",
                        "folder in /sys/class/backlight, such as 10-0045",
                        "the first there is"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        String name =
                settings.value(
                                "name",
                                text -> {
                                    if (!text.matches("[A-Za-z0-9][A-Za-z0-9:._-]{0,63}")) {
                                        throw new IllegalArgumentException(
                                                "must be the name of one folder");
                                    }
                                    return text;
                                })
                        .orElse("");
        return (id, around) -> new SysfsBacklight(id, around.sys(), name, around.clock());
    }
}
