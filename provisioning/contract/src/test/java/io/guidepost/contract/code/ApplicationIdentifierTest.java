package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationIdentifierTest {
    private static final List<String> KNOWN =
            ApplicationIdentifiers.all().stream().map(ApplicationIdentifier::code).toList();

    /** Else the shorter one would win and the rest of the longer be read as a value. */
    @Test
    void noIdentifierBeginsAnother() {
        assertThat(KNOWN).hasSize(541);
        for (String code : KNOWN) {
            assertThat(KNOWN).noneMatch(other -> !other.equals(code) && other.startsWith(code));
        }
    }

    /** General Specifications, section 7.8.5: the first two digits alone tell who needs no FNC1. */
    @Test
    void lengthsArePredefinedByTheFirstTwoDigits() {
        List<String> predefined =
                List.of(
                        "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17",
                        "18", "19", "20", "31", "32", "33", "34", "35", "36", "41");
        for (String code : KNOWN) {
            assertThat(ApplicationIdentifiers.of(code).orElseThrow().fixed())
                    .as(code)
                    .isEqualTo(predefined.contains(code.substring(0, 2)));
        }
    }
}
