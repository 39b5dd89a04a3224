package io.guidepost.kiosk.scan;

import io.guidepost.contract.code.CodeParser;
import io.guidepost.contract.code.ScannedCode;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.Misread;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Listeners;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One scanner for every code, on every screen: reads what any scanner delivers and tells whoever
 * listens what it means. Keeps no code. Listeners are called on the scanner's thread and must hand
 * over.
 */
public final class ScanService {
    private final Listeners<ScannedCode> listeners = new Listeners<>();
    private final Listeners<FrameHint> hints = new Listeners<>();
    private final CodeParser parser;
    private final Counters counters;

    public ScanService(CodeParser parser, Counters counters) {
        this.parser = parser;
        this.counters = counters;
    }

    /** Tells of each code, also of those that lead nowhere. */
    public Subscription onCode(Consumer<ScannedCode> listener) {
        return listeners.add(listener);
    }

    /**
     * Whether somebody must be there to scan this. What noise on a scanner's line looks like is no
     * sign of that: a disturbed line would keep the page of a customer who has gone.
     */
    public static boolean isSignOfLife(ScannedCode code) {
        return switch (code) {
            case ScannedCode.Unknown(var reason) ->
                    switch (reason) {
                        case EMPTY, NOT_TEXT, DAMAGED, TOO_LONG -> false;
                        case WRONG_CHECK_DIGIT,
                                UNSUPPORTED_FORM,
                                COMPRESSED_DIGITAL_LINK,
                                NO_LABEL_LAYOUT,
                                PART_OF_A_LABEL,
                                PAYMENT_CODE ->
                                true;
                    };
            case ScannedCode.Product _,
                    ScannedCode.Label _,
                    ScannedCode.OtherKey _,
                    ScannedCode.Member _,
                    ScannedCode.Voucher _,
                    ScannedCode.Badge _,
                    ScannedCode.Group _,
                    ScannedCode.Pairing _,
                    ScannedCode.Wallet _ ->
                    true;
        };
    }

    /** A scanner read something. */
    public void read(Scan scan) {
        counters.count("scan.read");
        ScannedCode code = parser.parse(scan.data(), scan.aimId());
        if (code instanceof ScannedCode.Unknown(var reason)) {
            counters.count("scan.unknown." + word(reason));
        }
        listeners.tell(code);
    }

    /** A scanner delivered something that was no code. */
    public void misread(Misread misread) {
        counters.count("scan.misread");
        listeners.tell(
                new ScannedCode.Unknown(
                        switch (misread.reason()) {
                            case NOISE, WRONG_LAYOUT -> ScannedCode.Reason.NOT_TEXT;
                            case CUT_SHORT, GLUED -> ScannedCode.Reason.DAMAGED;
                            case TOO_LONG -> ScannedCode.Reason.TOO_LONG;
                        }));
    }

    /** Tells of each hint to whoever holds something before a camera. */
    public Subscription onHint(Consumer<FrameHint> listener) {
        return hints.add(listener);
    }

    /** A camera sees something that it cannot read like this. */
    public void hint(FrameHint hint) {
        counters.count("scan.hint." + hint.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        hints.tell(hint);
    }

    private static String word(ScannedCode.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
