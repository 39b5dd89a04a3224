package io.guidepost.devices.scanner.evdev;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.scanner.Suffix;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code scanner.evdev}. */
public final class EvdevScannerDriver implements Driver {
    private static final Map<String, Suffix> SUFFIXES =
            Map.of("any", Suffix.ANY, "enter", Suffix.CR, "tab", Suffix.TAB, "none", Suffix.NONE);

    @Override
    public String name() {
        return "scanner.evdev";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public String purpose() {
        return "Barcode scanners that type like a USB or Bluetooth keyboard";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed(
                        "device", EvdevAddress.FORMS + ", numbers in four hexadecimal digits each"),
                Key.usual(
                        "layout",
                        "the keyboard layout the scanner is set to: " + KeyLayout.words(),
                        "us"),
                Key.usual(
                        "suffix",
                        "what the scanner types behind each code: any (Enter or Tab), enter, tab,"
                                + " none",
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
        EvdevSettings usual = EvdevSettings.STANDARD;
        EvdevAddress address =
                settings.value("device", EvdevAddress::parse)
                        .orElseGet(
                                () -> {
                                    if (settings.text("device").isEmpty()) {
                                        settings.problem(
                                                "device", "is missing: " + EvdevAddress.FORMS);
                                    }
                                    return new EvdevAddress.File(Path.of("/"));
                                });
        List<String> layouts = Arrays.stream(KeyLayout.values()).map(KeyLayout::word).toList();
        EvdevSettings read =
                new EvdevSettings(
                        KeyLayout.ofWord(settings.choice("layout", layouts, "us"))
                                .orElse(usual.layout()),
                        SUFFIXES.getOrDefault(
                                settings.choice(
                                        "suffix", List.of("any", "enter", "tab", "none"), "any"),
                                usual.suffix()),
                        settings.millis("pause", 10, 5_000, 100),
                        settings.millis("silence", 10, 10_000, 500),
                        usual.maxLength(),
                        usual.repeat());
        if (read.suffix() != Suffix.NONE && read.pause().compareTo(read.silence()) >= 0) {
            settings.problem("pause", "must be shorter than silence");
        }
        return (id, around) ->
                new EvdevScanner(id, address, read, around.dev(), around.sys(), around.clock());
    }
}
