package io.guidepost.kiosk.scan.ui;

import io.guidepost.contract.code.ScannedCode;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.time.Duration;

/**
 * A code that leads nowhere: why, and what to do next. Goes away by itself after five seconds
 * (pretixSCAN).
 */
public final class HelpViewModel implements ViewModel {
    public static final Duration STAYS = Duration.ofSeconds(5);

    private static final Duration TICK = Duration.ofMillis(250);

    private final Problem problem;
    private final Runnable back;
    private final LiveValue<Duration> left = new LiveValue<>(STAYS);
    private final Subscription ticking;

    /** What is wrong with a code, as the customer is told. */
    public enum Problem {
        /** A right product number, but nobody here sells it. */
        UNKNOWN_PRODUCT,
        WRONG_CHECK_DIGIT,
        UNSUPPORTED,
        COMPRESSED,
        TOO_LONG,
        DAMAGED,
        UNKNOWN_MEMBER,
        MEMBER_NOT_REACHABLE,
        VOUCHER,
        /** From the shop's own scales, and nobody told the kiosk how they write. */
        OWN_LABEL,
        /** The product's number is in another symbol of the same label. */
        PART_OF_A_LABEL,
        /** GS1 data of a place, a parcel, a document. */
        NOT_A_PRODUCT,
        /** A wallet's, which nobody asked for. */
        PAYMENT_CODE,
        GROUP,
        PAIRING,
        /** Our own fault: it could not be looked up. */
        FAILED;

        /** The problem of a code that could not be read. */
        public static Problem of(ScannedCode.Reason reason) {
            return switch (reason) {
                case WRONG_CHECK_DIGIT -> WRONG_CHECK_DIGIT;
                case UNSUPPORTED_FORM -> UNSUPPORTED;
                case COMPRESSED_DIGITAL_LINK -> COMPRESSED;
                case NO_LABEL_LAYOUT -> OWN_LABEL;
                case PART_OF_A_LABEL -> PART_OF_A_LABEL;
                case PAYMENT_CODE -> PAYMENT_CODE;
                case TOO_LONG -> TOO_LONG;
                case EMPTY, NOT_TEXT, DAMAGED -> DAMAGED;
            };
        }

        /** As reported, such as {@code unknown-product}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param back goes back to where the customer was
     */
    public HelpViewModel(Problem problem, BackgroundTasks tasks, Runnable back) {
        this.problem = problem;
        this.back = back;
        this.ticking = tasks.every("help page", TICK, this::tick);
    }

    public Problem problem() {
        return problem;
    }

    /** How long the page stays. */
    public Observable<Duration> left() {
        return left;
    }

    public void back() {
        ticking.close();
        back.run();
    }

    @Override
    public void close() {
        ticking.close();
    }

    private void tick() {
        Duration now = left.update(before -> before.isZero() ? before : before.minus(TICK));
        if (now.isZero()) {
            back();
        }
    }
}
