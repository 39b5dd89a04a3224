package io.guidepost.kiosk.voucher.ui;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import io.guidepost.kiosk.voucher.PrintResult;
import io.guidepost.kiosk.voucher.VoucherState;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The voucher of a payment: shown as soon as it is there, and printed once by itself. It lives as
 * long as the session that bought it, whether or not its page is on the glass.
 */
public final class VoucherViewModel implements ViewModel {
    private final Function<Voucher, CompletionStage<PrintResult>> print;
    private final Runnable done;
    private final LiveValue<State> state;
    private final AtomicBoolean sent = new AtomicBoolean();
    private final Subscription watching;

    /** How the paper stands. */
    public enum PaperState {
        NOT_YET,
        PRINTING,
        PRINTED,
        /** The code on the screen serves as well. */
        NOT_PRINTED
    }

    /** All that is shown. */
    public record State(VoucherState voucher, PaperState paper) {}

    /**
     * @param print prints in the customer's language; ends within about 15 seconds
     * @param done ends the customer's session
     */
    public VoucherViewModel(
            Observable<VoucherState> voucher,
            Function<Voucher, CompletionStage<PrintResult>> print,
            Runnable done) {
        this.print = print;
        this.done = done;
        this.state = new LiveValue<>(new State(voucher.get(), PaperState.NOT_YET));
        this.watching = voucher.observe(this::changed);
    }

    public Observable<State> state() {
        return state;
    }

    /** The voucher, where it is there. */
    public Optional<Voucher> voucher() {
        return state.get().voucher() instanceof VoucherState.Ready(Voucher voucher)
                ? Optional.of(voucher)
                : Optional.empty();
    }

    /** The customer has what they came for. */
    public void done() {
        done.run();
    }

    /** The session is over: nothing more is shown or printed. */
    public void forget() {
        watching.close();
    }

    private void changed(VoucherState next) {
        state.update(now -> new State(next, now.paper()));
        if (next instanceof VoucherState.Ready(Voucher voucher)
                && sent.compareAndSet(false, true)) {
            paper(PaperState.PRINTING);
            print.apply(voucher)
                    .whenComplete(
                            (result, failure) ->
                                    paper(
                                            failure == null && result instanceof PrintResult.Printed
                                                    ? PaperState.PRINTED
                                                    : PaperState.NOT_PRINTED));
        }
    }

    private void paper(PaperState paper) {
        state.update(now -> new State(now.voucher(), paper));
    }
}
