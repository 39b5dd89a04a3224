package io.guidepost.kiosk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.guidepost.kiosk.platform.UiExecutor;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The kiosk's layers: features know no technique, adapters are seen by the composition root alone.
 */
class KioskRulesTest {
    private static final String ROOT = "io.guidepost.kiosk";
    private static final String[] FEATURES = {
        ROOT + ".platform",
        ROOT + ".catalogue",
        ROOT + ".booking",
        ROOT + ".payment",
        ROOT + ".voucher",
        ROOT + ".member",
        ROOT + ".staff",
        ROOT + ".session",
        ROOT + ".campaign",
        ROOT + ".health",
        ROOT + ".scan"
    };
    private static final String[] ADAPTERS = {
        ROOT + ".store..", ROOT + ".link..", ROOT + ".hardware.."
    };
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void featuresKnowNoTechnique() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(FEATURES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx.scene..",
                                "javafx.stage..",
                                "java.sql..",
                                "javax.sql..",
                                "org.h2..",
                                "org.eclipse.paho..",
                                "tools.jackson..",
                                "com.fasterxml.jackson..",
                                "com.pi4j..",
                                "com.google.zxing..",
                                "io.javalin.."));
    }

    @Test
    void featuresTakeOnlyDataFromTheDevices() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(FEATURES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.guidepost.devices.*.."));
    }

    @Test
    void adaptersAreSeenByTheCompositionRootAlone() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ADAPTERS)
                        .and()
                        // The benchmark is a program of its own: it puts a store together to
                        // measure it.
                        .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".demo.bench..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ADAPTERS));
        check(slices().matching(ROOT + ".(store|link|hardware)..").should().notDependOnEachOther());
    }

    @Test
    void theScreensThreadIsKnownInOnePlace() {
        check(
                noClasses()
                        .that()
                        .areNotAssignableTo(UiExecutor.class)
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("javafx.application.Platform"));
    }

    @Test
    void eachTechniqueLivesInOnePlace() {
        check(onlyIn(ROOT + ".link..", "org.eclipse.paho.."));
        check(onlyIn(ROOT + ".store..", "java.sql..", "javax.sql..", "org.h2.."));
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.pi4j..", "com.fazecast.."));
    }

    private static ArchRule onlyIn(String place, String... technique) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technique);
    }

    @Test
    void aViewModelKnowsNoScene() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage.."));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void logsGoThroughSlf4jAndNothingIsPrinted() {
        JavaClasses quiet =
                CLASSES.that(resideOutsideOfPackages(ROOT + ".app..", ROOT + ".demo.."));
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(quiet);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(quiet);
    }

    @Test
    void exceptionsAreFinal() {
        check(
                classes()
                        .that()
                        .areAssignableTo(Exception.class)
                        .should()
                        .haveModifier(JavaModifier.FINAL));
    }

    @Test
    void everyPackageSaysWhatLivesThereAndIsNullMarked() {
        Set<JavaPackage> packages =
                CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(12);
        assertThat(packages)
                .allMatch(
                        p ->
                                p.tryGetPackageInfo()
                                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                        .isPresent());
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
