package io.guidepost.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A store group: all kiosks that share offers and campaigns.
 *
 * @param value matches {@code [a-z0-9][a-z0-9-]{0,31}}
 */
public record GroupId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public GroupId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "groupId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
