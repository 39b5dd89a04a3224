package io.guidepost.devices.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How sentences are said.
 *
 * @param program {@code espeak-ng}, by its path or looked for as a shell does
 * @param wordsPerMinute 80 to 450
 * @param limit a sentence that takes longer is cut short
 * @param wave where the sound is written instead of the loudspeaker, one sentence over the other
 */
public record EspeakSettings(
        String program, int wordsPerMinute, Duration limit, Optional<Path> wave) {
    /** Slower than the program's own 175: people hear it once, beside other noise. */
    static final int USUAL_SPEED = 150;

    static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** The loudspeaker, at the usual speed. */
    public static EspeakSettings usual(String program) {
        return new EspeakSettings(program, USUAL_SPEED, USUAL_LIMIT, Optional.empty());
    }
}
