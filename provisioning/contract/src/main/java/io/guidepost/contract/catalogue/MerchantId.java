package io.guidepost.contract.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A merchant of the mall.
 *
 * @param value matches {@code [a-z0-9][a-z0-9-]{0,39}}
 */
public record MerchantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public MerchantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "merchantId: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static MerchantId of(String value) {
        return new MerchantId(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
