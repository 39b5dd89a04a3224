package io.guidepost.kiosk.staff.ui;

import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.staff.TouchCheck;
import io.guidepost.kiosk.staff.TouchCheck.Verdict;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The test of the touch screen: four corners in turn, then what was found. It must work where touch
 * and picture do not agree, so no button is needed: a touch anywhere is the next answer, and one
 * behind the result ends it.
 */
public final class TouchCheckViewModel implements ViewModel {
    /** A finger on the middle of a mark of this size is on it. */
    private static final double EXACT_MM = 10;

    private static final Logger LOG = LoggerFactory.getLogger(TouchCheckViewModel.class);

    private final TouchCheck test = new TouchCheck();
    private final int quarters;
    private final Runnable ended;
    private final LiveValue<State> state =
            new LiveValue<>(new State(Optional.of(0), Optional.empty()));

    /**
     * All that is shown.
     *
     * @param corner to be touched, 0 to 3 with the clock from the upper left
     * @param verdict once all were touched
     */
    public record State(Optional<Integer> corner, Optional<Verdict> verdict) {}

    /**
     * @param quarters by which touches are turned already, with the clock, 0 to 3
     * @param ended is told when it is over
     */
    public TouchCheckViewModel(int quarters, Runnable ended) {
        this.quarters = quarters;
        this.ended = ended;
    }

    public Observable<State> state() {
        return state;
    }

    /** A touch, wherever it was told. */
    public void touched(TouchCheck.Touch where) {
        if (state.get().verdict().isPresent()) {
            ended.run();
            return;
        }
        test.touched(where);
        Optional<Verdict> verdict = test.verdict(EXACT_MM);
        verdict.ifPresent(found -> LOG.info("touch check: {}", found));
        state.set(new State(test.next(), verdict));
    }

    /**
     * What the technician sets, as the device's documentation explains it; empty where no setting
     * helps.
     */
    public Optional<String> setting(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Turned(int more) ->
                    Optional.of(
                            "touch-turn="
                                    + switch ((quarters + more) % TouchCheck.CORNERS) {
                                        case 0 -> "normal";
                                        case 1 -> "right";
                                        case 2 -> "inverted";
                                        default -> "left";
                                    });
            case Verdict.Mirrored(TouchCheck.Mirror how) ->
                    Optional.of(
                            "TransformationMatrix "
                                    + switch (how) {
                                        case LEFT_RIGHT -> "-1 0 1 0 1 0 0 0 1";
                                        case UP_DOWN -> "1 0 0 0 -1 1 0 0 1";
                                        case AXES -> "0 1 0 1 0 0 0 0 1";
                                        case AXES_BACKWARDS -> "0 -1 1 -1 0 1 0 0 1";
                                    });
            case Verdict.Agrees _, Verdict.Beside _, Verdict.Unclear _ -> Optional.empty();
        };
    }
}
