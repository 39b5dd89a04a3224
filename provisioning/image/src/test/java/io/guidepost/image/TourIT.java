package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.Progress;
import io.guidepost.kiosk.demo.TourMain;
import io.guidepost.kiosk.demo.TourReport;
import io.guidepost.kiosk.demo.TourStep;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The whole journey, as {@code ./guidepost tour} runs it; its report lies in target/tour. */
class TourIT {

    @Test
    void everyStepOfTheTourPasses() {
        TourReport report =
                TourMain.run(Installation.find(), Path.of("target/tour"), new Progress(System.out));

        assertThat(report.steps())
                .filteredOn(step -> !step.ok())
                .extracting(TourStep::name, TourStep::reason)
                .isEmpty();
        assertThat(report.steps()).hasSizeGreaterThan(12);
    }
}
