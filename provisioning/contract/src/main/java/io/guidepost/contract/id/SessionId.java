package io.guidepost.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One customer at one kiosk, from first touch to wipe. Says nothing about who it is.
 *
 * @param value matches {@code [0-9a-f-]{36}}
 */
public record SessionId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");

    public SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "sessionId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
