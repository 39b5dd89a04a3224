package io.guidepost.contract.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A member as known to kiosks and reports: an opaque number, never the code on the card.
 *
 * @param value matches {@code m-[0-9a-z]{4,32}}
 */
public record MemberRef(String value) {
    private static final Pattern FORM = Pattern.compile("m-[0-9a-z]{4,32}");

    public MemberRef {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "memberRef: '" + value + "' does not match " + FORM.pattern());
        }
    }

    @JsonCreator
    public static MemberRef of(String value) {
        return new MemberRef(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
