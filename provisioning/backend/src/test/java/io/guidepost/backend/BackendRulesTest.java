package io.guidepost.backend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The rules of architecture: each foreign thing in one place, no cycles, only app puts together.
 */
class BackendRulesTest {
    private static final String BASE = "io.guidepost.backend.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.guidepost.backend");

    private static void onlyIn(String home, String... foreign) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .check(CLASSES);
    }

    @Test
    void pahoOnlyInGateway() {
        onlyIn("gateway", "org.eclipse.paho..");
    }

    @Test
    void sqlOnlyInStore() {
        onlyIn("store", "java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..", "com.zaxxer..");
    }

    @Test
    void hiveMqOnlyInBroker() {
        onlyIn("broker", "com.hivemq..");
    }

    @Test
    void onlyAppKnowsApp() {
        onlyIn("app", BASE + "app..");
    }

    @Test
    void featuresKnowNoAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + "booking..",
                        BASE + "catalogue..",
                        BASE + "enrol..",
                        BASE + "insight..",
                        BASE + "member..",
                        BASE + "payment..",
                        BASE + "stock..",
                        BASE + "telemetry..",
                        BASE + "voucher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "broker..",
                        BASE + "console..",
                        BASE + "desk..",
                        BASE + "gateway..",
                        BASE + "web..",
                        "io.javalin..")
                .check(CLASSES);
    }

    @Test
    void noPackageCycles() {
        slices().matching("io.guidepost.backend.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "app")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
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
}
