package io.guidepost.contract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
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

/** The contract is data and pure functions: kiosk and backend can both trust it to do nothing. */
class ContractRulesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.guidepost.contract");

    @Test
    void touchesNoFileNoSocketNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.sql..",
                                        "javax.sql..",
                                        "java.nio.file..",
                                        "java.nio.channels..",
                                        "java.net.http..",
                                        "javax.net..")
                                .or(
                                        resideInAnyPackage("java.io")
                                                .and(
                                                        simpleNameStartingWith("File")
                                                                .or(
                                                                        simpleNameStartingWith(
                                                                                "RandomAccess"))))
                                .or(
                                        resideInAnyPackage("java.net")
                                                .and(
                                                        simpleNameEndingWith("Socket")
                                                                .or(
                                                                        simpleNameEndingWith(
                                                                                "Connection"))
                                                                .or(simpleNameEndingWith("URL")))))
                .check(CLASSES);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching("io.guidepost.contract.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsJacksonInJsonButForAnnotations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.guidepost.contract.json")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                                .and(
                                        com.tngtech.archunit.base.DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "com.fasterxml.jackson.annotation"))))
                .check(CLASSES);
    }

    @Test
    void writesNothingToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatLivesThereAndIsNullMarked() {
        Set<JavaPackage> packages =
                CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(8);
        assertThat(packages)
                .allMatch(
                        p ->
                                p.tryGetPackageInfo()
                                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                        .isPresent());
    }
}
