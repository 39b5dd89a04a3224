package io.guidepost.contract.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One merchant's offer of a product or service: {@code merchant:sku}.
 *
 * @param value matches {@code [a-z0-9][a-z0-9-]{0,39}:[A-Za-z0-9._-]{1,50}}
 */
public record OfferId(String value) {
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,39}:[A-Za-z0-9._-]{1,50}");

    public OfferId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "offerId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static OfferId of(String value) {
        return new OfferId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
