package io.guidepost.contract.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A member of staff as known to kiosks and reports.
 *
 * @param value matches {@code s-[0-9a-z]{4,32}}
 */
public record StaffRef(String value) {
    private static final Pattern FORM = Pattern.compile("s-[0-9a-z]{4,32}");

    public StaffRef {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "staffRef: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static StaffRef of(String value) {
        return new StaffRef(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
