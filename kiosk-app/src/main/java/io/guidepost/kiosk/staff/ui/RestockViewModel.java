package io.guidepost.kiosk.staff.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.staff.RestockResult;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Putting units on the shelf: scan a product, say how many. */
public final class RestockViewModel implements ViewModel {
    private static final int USUAL_UNITS = 12;

    private final StaffService staff;
    private final Reader reader;
    private final StaffMember who;
    private final Supplier<CompletionStage<Optional<String>>> voucherAgain;
    private final Ends ends;
    private final LiveValue<State> state;
    private final AtomicBoolean asking = new AtomicBoolean();
    private Subscription changes = () -> {};

    /** How the shelf's product is read. */
    public interface Reader {
        /** The offer as it is now; empty where it is gone. */
        CompletionStage<Optional<Offer>> read(Offer offer);

        /** Tells of each change of this offer. */
        Subscription onChange(Offer offer, Runnable listener);
    }

    /** How it ends. */
    public interface Ends {
        /** The member of staff has finished. */
        void finished();

        /** They were signed out meanwhile: the page must go. */
        void signedOut();
    }

    /**
     * All that is shown.
     *
     * @param offer empty until a product has been scanned
     * @param notice key of the sentence about what was done or went wrong
     * @param recorded units of the last restock that was written down; 0 before
     */
    public record State(
            Optional<Offer> offer,
            int units,
            boolean busy,
            Optional<String> notice,
            int recorded) {}

    /**
     * @param voucherAgain prints the newest voucher once more; completes with a sentence's key,
     *     empty where nobody is signed in any more
     */
    public RestockViewModel(
            StaffService staff,
            StaffMember who,
            Reader reader,
            Supplier<CompletionStage<Optional<String>>> voucherAgain,
            Ends ends) {
        this.staff = staff;
        this.who = who;
        this.reader = reader;
        this.voucherAgain = voucherAgain;
        this.ends = ends;
        this.state =
                new LiveValue<>(
                        new State(Optional.empty(), USUAL_UNITS, false, Optional.empty(), 0));
    }

    public String staffName() {
        return who.displayName();
    }

    public Observable<State> state() {
        return state;
    }

    /** A product was scanned. */
    public synchronized void scanned(Offer offer) {
        changes.close();
        state.set(new State(Optional.of(offer), USUAL_UNITS, false, Optional.empty(), 0));
        changes = reader.onChange(offer, () -> readAgain(offer));
    }

    /** A code was scanned that is no product of this store. */
    public void unknownProduct() {
        state.update(
                now ->
                        new State(
                                now.offer(),
                                now.units(),
                                now.busy(),
                                Optional.of("restock.unknown"),
                                0));
    }

    public void addUnits(int difference) {
        state.update(
                now ->
                        new State(
                                now.offer(),
                                Math.clamp(
                                        now.units() + difference,
                                        StaffService.LEAST_UNITS,
                                        StaffService.MOST_UNITS),
                                now.busy(),
                                Optional.empty(),
                                0));
    }

    /** Writes the restock down. A second touch meanwhile does nothing. */
    public void confirm() {
        State now = state.get();
        if (now.offer().isEmpty() || now.recorded() > 0 || !asking.compareAndSet(false, true)) {
            return;
        }
        state.update(s -> new State(s.offer(), s.units(), true, Optional.empty(), 0));
        staff.restock(now.offer().get(), now.units())
                .whenComplete(
                        (result, failure) -> {
                            asking.set(false);
                            if (failure != null) {
                                done("restock.failed", 0);
                            } else {
                                settle(result, now.units());
                            }
                        });
    }

    /** Prints the newest voucher once more. A second touch meanwhile does nothing. */
    public void printVoucherAgain() {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        state.update(s -> new State(s.offer(), s.units(), true, Optional.empty(), 0));
        voucherAgain
                .get()
                .whenComplete(
                        (sentence, failure) -> {
                            asking.set(false);
                            if (failure == null && sentence.isEmpty()) {
                                signedOut();
                            } else {
                                done(
                                        failure == null
                                                ? sentence.orElseThrow()
                                                : "again.notPrinted",
                                        0);
                            }
                        });
    }

    public void signOut() {
        ends.finished();
    }

    /** Who leaves this page is signed in no longer. */
    @Override
    public synchronized void close() {
        changes.close();
        staff.logout(who);
    }

    private void signedOut() {
        state.update(now -> new State(Optional.empty(), USUAL_UNITS, false, Optional.empty(), 0));
        ends.signedOut();
    }

    private void settle(RestockResult result, int units) {
        switch (result) {
            case RestockResult.Recorded _ -> done("restock.recorded", units);
            case RestockResult.WrongUnits _ -> done("restock.units", 0);
            case RestockResult.NotSignedIn() -> signedOut();
            case RestockResult.NotGoods() -> done("restock.notGoods", 0);
        }
    }

    private void done(String notice, int recorded) {
        state.update(
                now -> new State(now.offer(), now.units(), false, Optional.of(notice), recorded));
    }

    private void readAgain(Offer offer) {
        reader.read(offer)
                .thenAccept(
                        fresh ->
                                state.update(
                                        now ->
                                                now.offer()
                                                                        .map(Offer::id)
                                                                        .equals(
                                                                                Optional.of(
                                                                                        offer.id()))
                                                                && fresh.isPresent()
                                                        ? new State(
                                                                fresh,
                                                                now.units(),
                                                                now.busy(),
                                                                now.notice(),
                                                                now.recorded())
                                                        : now));
    }
}
