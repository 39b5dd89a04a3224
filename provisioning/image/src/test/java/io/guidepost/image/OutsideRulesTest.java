package io.guidepost.image;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The end-to-end tests see the programs from outside, as people and head office do. */
class OutsideRulesTest {

    @Test
    void endToEndTestsUseTheDemoTheSimulatorsAndTheContractAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.guidepost.image..",
                        "io.guidepost.kiosk.demo",
                        "io.guidepost.devices.sim..",
                        "io.guidepost.devices.transport",
                        "io.guidepost.contract..",
                        "java..",
                        "javax.imageio..",
                        "org.assertj..",
                        "org.awaitility..",
                        "org.junit..",
                        "org.jspecify..",
                        "org.eclipse.paho..",
                        "com.tngtech.archunit..",
                        "tools.jackson..")
                .check(new ClassFileImporter().importPackages("io.guidepost.image"));
    }
}
