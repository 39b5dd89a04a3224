package io.guidepost.kiosk.staff.ui;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.staff.RestockResult;
import io.guidepost.kiosk.staff.Shelf;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Putting units on the shelf: scan a product, say whose shelf where several shops of this store
 * have it, say how many.
 */
public final class RestockViewModel implements ViewModel {
    private static final int USUAL_UNITS = 12;

    private final StaffService staff;
    private final Reader reader;
    private final StaffMember who;
    private final Care care;
    private final Ends ends;
    private final LiveValue<State> state = new LiveValue<>(State.EMPTY);
    private final LiveValue<Boolean> housing = new LiveValue<>(false);
    private final Subscription doors;
    private final AtomicBoolean asking = new AtomicBoolean();
    private Subscription changes = () -> {};

    /** How the shelf is read. */
    public interface Reader {
        /** The offer as it is now; empty where it is gone. */
        CompletionStage<Optional<Shelf>> read(OfferId offer);

        /** Tells of each change of this offer. */
        Subscription onChange(OfferId offer, Runnable listener);
    }

    /** What staff do besides the shelves. */
    public interface Care {
        /**
         * Prints the newest voucher once more; completes with a sentence's key, empty where nobody
         * is signed in any more.
         */
        CompletionStage<Optional<String>> voucherAgain();

        /** Begins the check of the touch screen. */
        void checkTouch();

        /** Whether the housing was opened and nobody has looked after it since. */
        boolean housingOpened();

        /** Tells, on any thread, that this may have changed. */
        Subscription onHousing(Runnable listener);

        /**
         * Notes that this member of staff has looked after it; completes with a sentence's key,
         * empty where nobody is signed in any more.
         */
        CompletionStage<Optional<String>> housingChecked();
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
     * @param choices the shelves to choose from, where there are several and none is chosen yet
     * @param offer empty until a product has been scanned and its shelf is known
     * @param notice key of the sentence about what was done or went wrong
     * @param recorded units of the last restock that was written down; 0 before
     */
    public record State(
            List<Shelf> choices,
            Optional<Shelf> offer,
            int units,
            boolean busy,
            Optional<String> notice,
            int recorded) {
        private static final State EMPTY =
                new State(List.of(), Optional.empty(), USUAL_UNITS, false, Optional.empty(), 0);

        /** Nothing was scanned yet, or nothing that has a shelf here. */
        public boolean scanning() {
            return offer.isEmpty() && choices.isEmpty();
        }

        private State with(boolean nowBusy) {
            return new State(choices, offer, units, nowBusy, Optional.empty(), recorded);
        }

        private State told(String sentence) {
            return new State(choices, offer, units, false, Optional.of(sentence), recorded);
        }

        private boolean isOf(OfferId id) {
            return offer.map(o -> o.offer().id()).equals(Optional.of(id));
        }
    }

    public RestockViewModel(
            StaffService staff, StaffMember who, Reader reader, Care care, Ends ends) {
        this.staff = staff;
        this.who = who;
        this.reader = reader;
        this.care = care;
        this.ends = ends;
        this.doors = care.onHousing(this::lookAtHousing);
        lookAtHousing();
    }

    public String staffName() {
        return who.displayName();
    }

    public Observable<State> state() {
        return state;
    }

    /**
     * A product was scanned.
     *
     * @param shelves those of this store that have it; none where nobody here sells it
     */
    public void scanned(List<Shelf> shelves) {
        if (shelves.size() == 1) {
            choose(shelves.getFirst());
            return;
        }
        follow(() -> {});
        state.set(
                new State(
                        shelves,
                        Optional.empty(),
                        USUAL_UNITS,
                        asking.get(),
                        shelves.isEmpty() ? Optional.of("restock.unknown") : Optional.empty(),
                        0));
    }

    /** Whose shelf it is. */
    public void choose(Shelf shelf) {
        state.set(
                new State(
                        List.of(),
                        Optional.of(shelf),
                        USUAL_UNITS,
                        asking.get(),
                        Optional.empty(),
                        0));
        OfferId id = shelf.offer().id();
        follow(reader.onChange(id, () -> readAgain(id)));
    }

    public void addUnits(int difference) {
        state.update(
                now ->
                        new State(
                                now.choices(),
                                now.offer(),
                                Math.clamp(
                                        now.units() + difference,
                                        StaffService.LEAST_UNITS,
                                        StaffService.MOST_UNITS),
                                now.busy(),
                                Optional.empty(),
                                now.recorded()));
    }

    /** Writes the restock down, once for each scan. A second touch meanwhile does nothing. */
    public void confirm() {
        State now = state.get();
        if (now.offer().isEmpty() || now.recorded() > 0 || !asking.compareAndSet(false, true)) {
            return;
        }
        Shelf shelf = now.offer().get();
        state.update(s -> s.with(true));
        staff.restock(shelf.offer(), now.units())
                .whenComplete(
                        (result, failure) -> {
                            asking.set(false);
                            OfferId id = shelf.offer().id();
                            if (failure != null) {
                                failed(id, "restock.failed");
                            } else {
                                settle(result, id, now.units());
                            }
                        });
    }

    /** Prints the newest voucher once more. A second touch meanwhile does nothing. */
    public void printVoucherAgain() {
        ask(care::voucherAgain, "again.notPrinted");
    }

    public void checkTouch() {
        care.checkTouch();
    }

    /** Whether the housing was opened and nobody has looked after it since. */
    public Observable<Boolean> housingOpened() {
        return housing;
    }

    private void lookAtHousing() {
        housing.update(_ -> care.housingOpened());
    }

    /** Notes that the housing was looked after. A second touch meanwhile does nothing. */
    public void housingChecked() {
        ask(care::housingChecked, "housing.failed");
    }

    private void ask(Supplier<CompletionStage<Optional<String>>> work, String whenFailed) {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        state.update(s -> s.with(true));
        work.get()
                .whenComplete(
                        (sentence, failure) -> {
                            asking.set(false);
                            if (failure != null) {
                                state.update(now -> now.told(whenFailed));
                            } else if (sentence.isPresent()) {
                                state.update(now -> now.told(sentence.get()));
                            } else {
                                signedOut();
                            }
                        });
    }

    public void signOut() {
        ends.finished();
    }

    /** Who leaves this page is signed in no longer. */
    @Override
    public void close() {
        follow(() -> {});
        doors.close();
        staff.logout(who);
    }

    private synchronized void follow(Subscription next) {
        changes.close();
        changes = next;
    }

    private void signedOut() {
        follow(() -> {});
        state.set(State.EMPTY);
        ends.signedOut();
    }

    private void settle(RestockResult result, OfferId id, int units) {
        switch (result) {
            case RestockResult.Recorded _ ->
                    ifStill(
                            id,
                            now ->
                                    new State(
                                            now.choices(),
                                            now.offer(),
                                            now.units(),
                                            false,
                                            Optional.of("restock.recorded"),
                                            units),
                            now -> now.with(false));
            case RestockResult.WrongUnits _ -> failed(id, "restock.units");
            case RestockResult.NotSignedIn() -> signedOut();
            case RestockResult.NotGoods() -> failed(id, "restock.notGoods");
        }
    }

    private void failed(OfferId id, String notice) {
        ifStill(id, now -> now.told(notice), now -> now.told("restock.previousFailed"));
    }

    /** The answer belongs to the product it was asked for: another may have been scanned since. */
    private void ifStill(OfferId id, UnaryOperator<State> same, UnaryOperator<State> other) {
        state.update(now -> (now.isOf(id) ? same : other).apply(now));
    }

    private void readAgain(OfferId id) {
        reader.read(id)
                .thenAccept(
                        fresh ->
                                state.update(
                                        now ->
                                                now.isOf(id) && fresh.isPresent()
                                                        ? new State(
                                                                now.choices(),
                                                                fresh,
                                                                now.units(),
                                                                now.busy(),
                                                                now.notice(),
                                                                now.recorded())
                                                        : now));
    }
}
