package io.guidepost.contract.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A city or region in which offers are compared.
 *
 * @param value matches {@code [a-z0-9][a-z0-9-]{0,31}}
 */
public record RegionId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public RegionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "regionId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static RegionId of(String value) {
        return new RegionId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
