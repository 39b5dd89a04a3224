package io.guidepost.kiosk.screens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A screen sees its own feature, the shared controls and the platform; QR codes are drawn in one
 * place.
 */
final class ScreenRulesTest {
    private static final String ROOT = "io.guidepost.kiosk.";
    private static final List<String> FEATURES =
            List.of(
                    "catalogue",
                    "booking",
                    "payment",
                    "voucher",
                    "member",
                    "staff",
                    "session",
                    "campaign",
                    "health",
                    "scan");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.guidepost.kiosk");

    @Test
    void aScreenSeesItsOwnFeature() {
        for (String feature : FEATURES) {
            String[] others =
                    FEATURES.stream()
                            .filter(other -> !other.equals(feature))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + feature + ".ui")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void sharedControlsKnowNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ui")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        FEATURES.stream().map(f -> ROOT + f + "..").toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noControlOfTheToolkitIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene.control..")
                .check(CLASSES);
    }
}
