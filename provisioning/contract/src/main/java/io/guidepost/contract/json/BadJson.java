package io.guidepost.contract.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * A text that is not the JSON of the expected type. The message names the field, never a value:
 * values may be personal.
 */
public final class BadJson extends RuntimeException {
    BadJson(String type, JacksonException cause) {
        super(type + at(cause) + ": " + reason(cause));
    }

    private static String at(JacksonException cause) {
        String path =
                cause.getPath().stream()
                        .map(
                                r ->
                                        r.getPropertyName() != null
                                                ? "." + r.getPropertyName()
                                                : "[" + r.getIndex() + "]")
                        .collect(Collectors.joining());
        return path.isEmpty() ? "" : path;
    }

    private static String reason(JacksonException cause) {
        if (cause instanceof StreamReadException) {
            return "not JSON";
        }
        if (cause instanceof MismatchedInputException) {
            return "missing or of the wrong type";
        }
        return "not valid";
    }
}
