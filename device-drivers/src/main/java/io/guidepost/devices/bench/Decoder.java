package io.guidepost.devices.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decoder that is measured. */
interface Decoder {

    /** Stands before its figures: {@code zbar}. */
    String name();

    /** Why it cannot take part here; nothing when it can. */
    Optional<String> absent();

    /**
     * Looks at pictures.
     *
     * @return an answer for each
     * @throws IOException when the decoder itself fails
     */
    Map<Picture, Answer> look(List<Picture> pictures) throws IOException, InterruptedException;
}
