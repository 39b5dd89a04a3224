package io.guidepost.backend.catalogue.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The generator's word lists: lines of fields separated by bars. */
final class Lines {
    private Lines() {}

    /** The lines of a word list without its comments, each cut at its bars. */
    static List<List<String>> of(String name) {
        try (InputStream in = Lines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("word list " + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> cut(l, "\\|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> cut(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
