package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.BadgeCode;
import io.guidepost.kiosk.staff.TouchCheck;
import io.guidepost.kiosk.staff.TouchCheck.Mirror;
import io.guidepost.kiosk.staff.TouchCheck.Touch;
import io.guidepost.kiosk.staff.TouchCheck.Verdict;
import io.guidepost.kiosk.staff.ui.TouchCheckViewModel;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four corners tell which way round the touch screen is. */
final class TouchCheckTest {
    private static final double[][] CORNERS = {
        {0.05, 0.05}, {0.95, 0.05}, {0.95, 0.95}, {0.05, 0.95}
    };

    @TempDir static Path photos;

    private static Verdict verdict(UnaryOperator<Point2D> glass, double offMm) {
        TouchCheck check = new TouchCheck();
        for (double[] corner : CORNERS) {
            assertThat(check.verdict(10)).isEmpty();
            Point2D told = glass.apply(new Point2D(corner[0], corner[1]));
            check.touched(new Touch(told.getX(), told.getY(), offMm));
        }
        return check.verdict(10).orElseThrow();
    }

    @Test
    void eachWayRoundIsTold() {
        assertThat(verdict(p -> p, 3)).isEqualTo(new Verdict.Agrees());
        assertThat(verdict(p -> p, 23.4)).isEqualTo(new Verdict.Beside(23));
        assertThat(verdict(p -> new Point2D(1 - p.getY(), p.getX()), 0))
                .isEqualTo(new Verdict.Turned(1));
        assertThat(verdict(p -> new Point2D(1 - p.getX(), 1 - p.getY()), 0))
                .isEqualTo(new Verdict.Turned(2));
        assertThat(verdict(p -> new Point2D(p.getY(), 1 - p.getX()), 0))
                .isEqualTo(new Verdict.Turned(3));
        assertThat(verdict(p -> new Point2D(1 - p.getX(), p.getY()), 0))
                .isEqualTo(new Verdict.Mirrored(Mirror.LEFT_RIGHT));
        assertThat(verdict(p -> new Point2D(p.getX(), 1 - p.getY()), 0))
                .isEqualTo(new Verdict.Mirrored(Mirror.UP_DOWN));
        assertThat(verdict(p -> new Point2D(p.getY(), p.getX()), 0))
                .isEqualTo(new Verdict.Mirrored(Mirror.AXES));
        assertThat(verdict(p -> new Point2D(1 - p.getY(), 1 - p.getX()), 0))
                .isEqualTo(new Verdict.Mirrored(Mirror.AXES_BACKWARDS));
        assertThat(verdict(_ -> new Point2D(0.05, 0.05), 0)).isEqualTo(new Verdict.Unclear());
        assertThat(verdict(p -> new Point2D(p.getX(), 0.5), 0)).isEqualTo(new Verdict.Unclear());
    }

    /** What is suggested, put before the touch as libinput does it, makes the touch right. */
    @Test
    void theSuggestedMatrixTurnsTheTouchBack() {
        for (UnaryOperator<Point2D> glass :
                java.util.List.<UnaryOperator<Point2D>>of(
                        p -> new Point2D(1 - p.getX(), p.getY()),
                        p -> new Point2D(p.getX(), 1 - p.getY()),
                        p -> new Point2D(p.getY(), p.getX()),
                        p -> new Point2D(1 - p.getY(), 1 - p.getX()))) {
            Verdict wrong = verdict(glass, 0);
            String[] m =
                    new TouchCheckViewModel(0, () -> {})
                            .setting(wrong)
                            .orElseThrow()
                            .replace("TransformationMatrix ", "")
                            .split(" ", -1);
            UnaryOperator<Point2D> mended =
                    p -> {
                        Point2D told = glass.apply(p);
                        return new Point2D(
                                n(m[0]) * told.getX() + n(m[1]) * told.getY() + n(m[2]),
                                n(m[3]) * told.getX() + n(m[4]) * told.getY() + n(m[5]));
                    };
            assertThat(verdict(mended, 0)).isEqualTo(new Verdict.Agrees());
        }
    }

    private static double n(String number) {
        return Double.parseDouble(number);
    }

    @Test
    void theSuggestedTurnCountsTheOneThatIsSet() {
        Verdict quarter = new Verdict.Turned(1);
        assertThat(new TouchCheckViewModel(0, () -> {}).setting(quarter))
                .contains("touch-turn=right");
        assertThat(new TouchCheckViewModel(1, () -> {}).setting(quarter))
                .contains("touch-turn=inverted");
        assertThat(new TouchCheckViewModel(3, () -> {}).setting(quarter))
                .contains("touch-turn=normal");
        assertThat(new TouchCheckViewModel(0, () -> {}).setting(new Verdict.Agrees())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staffTouchFourCornersAndReadThatAllIsWell(Lang lang) {
        Panel panel = new Panel(720, 1280, 4.2);
        try (Rig rig = new Rig(panel, lang, photos)) {
            signIn(rig);
            rig.touch("touch-check-start");
            double in = panel.mm(14);
            corner(rig, in, in);
            corner(rig, panel.width() - in, in);
            corner(rig, panel.width() - in, panel.height() - in);
            corner(rig, in, panel.height() - in);
            assertThat(rig.text("touch-verdict")).isEqualTo(rig.shell().ui().say("touch.agrees"));
            // Anywhere leads back.
            rig.touchPanel(200, 700);
            assertThat(rig.visible("touch-check")).isNull();
            assertThat(rig.screen()).isEqualTo("staff-restock");
        }
    }

    @Test
    void aTurnedTouchIsToldAndLetsStaffOutAgain() {
        Panel panel = new Panel(1280, 720, 4.2);
        try (Rig rig = new Rig(panel, Lang.EN, photos)) {
            // Nobody can type a PIN here: the badge, shown twice, is enough to begin the check.
            rig.scan(ShopBackend.BADGE.value());
            rig.awaitScreen("staff-login");
            rig.pass(Duration.ofSeconds(3));
            rig.scan(ShopBackend.BADGE.value());
            double in = panel.mm(14);
            double right = panel.width() - in;
            double low = panel.height() - in;
            corner(rig, right, in);
            corner(rig, right, low);
            corner(rig, in, low);
            corner(rig, in, in);
            assertThat(rig.text("touch-verdict")).contains("quarter turn clockwise");
            assertThat(rig.text("touch-setting")).isEqualTo("touch-turn=right");
            rig.touchPanel(in, in);
            assertThat(rig.visible("touch-check")).isNull();
            assertThat(rig.screen()).isEqualTo("staff-login");
        }
    }

    /** Neither a badge that is read twice nor that of another person covers the page. */
    @Test
    void onlyTheSameBadgeShownOnceMoreBeginsTheCheck() {
        Panel panel = new Panel(720, 1280, 4.2);
        try (Rig rig = new Rig(panel, Lang.EN, photos)) {
            rig.scan(BadgeCode.of(4712).value());
            rig.awaitScreen("staff-login");
            rig.pass(Duration.ofMillis(2900));
            rig.scan(BadgeCode.of(4712).value());
            rig.settle();
            assertThat(rig.visible("touch-check")).isNull();
            rig.pass(Duration.ofSeconds(10));
            // The PIN belongs to the badge that was shown last.
            signIn(rig);
            assertThat(rig.visible("touch-check")).isNull();
        }
    }

    private static void corner(Rig rig, double x, double y) {
        Optional<String> _ = Optional.of(rig.text("touch-check"));
        rig.touchPanel(x, y);
    }

    private static void signIn(Rig rig) {
        rig.scan(ShopBackend.BADGE.value());
        rig.awaitScreen("staff-login");
        for (char digit : ShopBackend.PIN.toCharArray()) {
            rig.touch("pin-" + digit);
        }
        rig.touch("pin-ok");
        rig.awaitScreen("staff-restock");
    }
}
