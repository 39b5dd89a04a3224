package io.guidepost.devices.speech;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code speech.espeak}. */
public final class EspeakDriver implements Driver {
    private static final String PROGRAM = "espeak-ng";

    @Override
    public String name() {
        return "speech.espeak";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SPEECH;
    }

    @Override
    public String purpose() {
        return "a loudspeaker, by the program espeak-ng";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.usual("program", "espeak-ng by its path or name", PROGRAM),
                Key.usual(
                        "words-per-minute",
                        "how fast, 80 to 450",
                        Integer.toString(EspeakSettings.USUAL_SPEED)),
                Key.usual(
                        "limit-seconds",
                        "a sentence that takes longer is cut short, 1 to 120",
                        Long.toString(EspeakSettings.USUAL_LIMIT.toSeconds())),
                Key.usual(
                        "wave-file",
                        "a file for the sound instead of the loudspeaker",
                        "the loudspeaker"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        String program = settings.text("program").orElse(PROGRAM);
        int speed = settings.number("words-per-minute", 80, 450, EspeakSettings.USUAL_SPEED);
        int limit =
                settings.number(
                        "limit-seconds", 1, 120, (int) EspeakSettings.USUAL_LIMIT.toSeconds());
        Optional<Path> wave = settings.path("wave-file");
        EspeakSettings read = new EspeakSettings(program, speed, Duration.ofSeconds(limit), wave);
        return (id, around) -> new EspeakSpeech(id, read, around.clock());
    }
}
