package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.ui.Lines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stays together when a text is broken into lines; {@code _} is a space that does not break.
 */
final class LinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Espresso, 250 g|Espresso, 250_g",
                "Oil 0.75 l, cold pressed|Oil 0.75_l, cold pressed",
                "2 kg or 500 ml|2_kg or 500_ml",
                "Room 4 garden side|Room 4 garden side",
                "7 months|7 months",
                "20 % off|20_% off"
            })
    void aNumberKeepsItsUnit(String given, String kept) {
        assertThat(Lines.keepMeasures(given)).isEqualTo(kept.replace('_', '\u00a0'));
    }
}
