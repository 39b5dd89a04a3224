package io.guidepost.contract.booking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A bookable time of a service.
 *
 * @param value matches {@code [A-Za-z0-9:._-]{1,120}}
 */
public record SlotId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9:._-]{1,120}");

    public SlotId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "slotId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static SlotId of(String value) {
        return new SlotId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
