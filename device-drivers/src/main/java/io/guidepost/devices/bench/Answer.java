package io.guidepost.devices.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a decoder said of one picture.
 *
 * @param texts every code's text; empty when it read none
 * @param millis how long it took, where that can be told for one picture
 */
record Answer(List<String> texts, OptionalDouble millis) {
    Answer {
        texts = List.copyOf(texts);
    }
}
