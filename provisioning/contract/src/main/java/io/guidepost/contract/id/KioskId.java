package io.guidepost.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A kiosk: its MQTT client id, its certificate name and the source of its events.
 *
 * @param value matches {@code [a-z0-9][a-z0-9-]{1,38}}
 */
public record KioskId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}");

    public KioskId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "kioskId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static KioskId of(String value) {
        return new KioskId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
