package io.guidepost.devices;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

/** The module's rules. */
@AnalyzeClasses(
        packages = "io.guidepost.devices",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PI4J_ONLY_IN_GPIO =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.guidepost.devices.gpio")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.pi4j..");

    @ArchTest
    static final ArchRule ZXING_ONLY_IN_CAMERA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.guidepost.devices.scanner.camera")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.zxing..");

    @ArchTest
    static final ArchRule SERIAL_LIBRARY_ONLY_IN_TRANSPORT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.guidepost.devices.transport")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule JSON_ONLY_AT_THE_TERMINAL =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.guidepost.devices.terminal.nexo",
                            "io.guidepost.devices.sim",
                            "io.guidepost.devices.bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule PORTS_KNOW_NO_DRIVER =
            noClasses()
                    .that()
                    .resideInAPackage("io.guidepost.devices")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.guidepost.devices.*..");

    @ArchTest
    static final ArchRule DRIVERS_KNOW_NO_SIMULATOR =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.guidepost.devices.sim")
                    .and()
                    .doNotHaveFullyQualifiedName("io.guidepost.devices.app.SimulatorsCommand")
                    .and()
                    .doNotHaveFullyQualifiedName("io.guidepost.devices.app.TryOut")
                    .and()
                    .resideOutsideOfPackage("io.guidepost.devices.bench.soak")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.guidepost.devices.sim");

    @ArchTest
    static final ArchRule NO_WEB_NO_DATABASE_NO_SCREEN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javafx..",
                            "com.sun.net.httpserver..",
                            "java.net.http..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.guidepost.devices.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STANDARD_STREAMS_ONLY_IN_MAIN =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.guidepost.devices.app.Main")
                    .and()
                    .doNotHaveFullyQualifiedName("io.guidepost.devices.bench.DecodeMain")
                    .and()
                    .doNotHaveFullyQualifiedName("io.guidepost.devices.bench.soak.SoakMain")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .that(resideInAPackage("io.guidepost.devices.."))
                    .should(
                            have(
                                    DescribedPredicate.<JavaClass>describe(
                                            "a null-marked package-info",
                                            c ->
                                                    c.getPackage()
                                                            .tryGetAnnotationOfType(
                                                                    NullMarked.class)
                                                            .isPresent())));
}
