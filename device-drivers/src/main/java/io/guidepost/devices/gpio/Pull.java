package io.guidepost.devices.gpio;

import com.pi4j.io.gpio.digital.PullResistance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The resistor inside the chip that holds an input while nothing else does. */
public enum Pull {
    UP("up"),
    DOWN("down"),
    OFF("off");

    /** As they are named in the configuration. */
    static final List<String> WORDS = Arrays.stream(values()).map(Pull::word).toList();

    private final String word;

    Pull(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Pull of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    PullResistance resistance() {
        return switch (this) {
            case UP -> PullResistance.PULL_UP;
            case DOWN -> PullResistance.PULL_DOWN;
            case OFF -> PullResistance.OFF;
        };
    }
}
