package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.catalogue.Category;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Messages;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryNamesTest {
    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyCategoryOfTheMallHasANameOfItsOwn(Lang lang) {
        Messages messages = new Messages(lang, ZoneOffset.UTC);
        for (Category category : Category.values()) {
            assertThat(messages.text("category." + category.id())).isNotBlank();
        }
    }
}
