package io.guidepost.devices.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture of the measured folder.
 *
 * @param file where it lies
 * @param pgm the same picture in shades of grey for the peers (netpbm, P5)
 * @param format the kind of code that it shows, such as {@code ean13}; {@code none} without a code
 * @param expected what the code says; nothing for a picture without a code
 */
record Picture(Path file, Path pgm, String format, Optional<String> expected) {
    static final String NO_CODE = "none";
}
