package io.guidepost.kiosk.booking.ui;

import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.booking.HeldBooking;
import io.guidepost.kiosk.booking.HoldOutcome;
import io.guidepost.kiosk.booking.SlotSearch;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Choosing a slot of a service and holding it. */
public final class SlotsViewModel implements ViewModel {
    /** Days that can be chosen from, today first. */
    public static final int DAYS = 7;

    private final BookingService booking;
    private final Supplier<Customer> customer;
    private final Consumer<HeldBooking> held;
    private final Clock clock;
    private final LiveValue<State> state;
    private final AtomicBoolean asking = new AtomicBoolean();

    /** Who books. */
    public record Customer(SessionId session, Optional<MemberRef> member) {}

    /**
     * All that is shown.
     *
     * @param search empty until the backend has answered
     * @param chosen the slot to be held
     * @param busy the backend is asked
     * @param refusal key of the sentence that says why the last try failed
     */
    public record State(
            Optional<Offer> offer,
            Optional<SlotSearch> search,
            LocalDate day,
            Optional<Slot> chosen,
            boolean busy,
            Optional<String> refusal) {}

    /**
     * @param held takes the customer on to paying
     * @param clock in the store's time zone
     */
    public SlotsViewModel(
            BookingService booking,
            Supplier<Customer> customer,
            Consumer<HeldBooking> held,
            Clock clock) {
        this.booking = booking;
        this.customer = customer;
        this.held = held;
        this.clock = clock;
        this.state =
                new LiveValue<>(
                        new State(
                                Optional.empty(),
                                Optional.empty(),
                                LocalDate.now(clock),
                                Optional.empty(),
                                false,
                                Optional.empty()));
    }

    public Observable<State> state() {
        return state;
    }

    /** Asks for the slots of this service; asking again reads them anew. */
    public void open(Offer offer) {
        state.update(
                now ->
                        new State(
                                Optional.of(offer),
                                now.search(),
                                now.day(),
                                now.chosen(),
                                now.busy(),
                                now.refusal()));
        booking.slots(offer.id(), LocalDate.now(clock), DAYS).thenAccept(this::found);
    }

    /** Asks again after nobody answered. */
    public void again() {
        state.get().offer().ifPresent(this::open);
    }

    /** Days to choose from. */
    public List<LocalDate> days() {
        LocalDate today = LocalDate.now(clock);
        return IntStream.range(0, DAYS).mapToObj(today::plusDays).toList();
    }

    /** Slots of this day that have not begun, in order; full ones too. */
    public static List<Slot> on(SlotSearch.Slots slots, LocalDate day, Clock clock) {
        return slots.slots().stream()
                .filter(slot -> slot.start().isAfter(clock.instant()))
                .filter(slot -> slot.start().atZone(clock.getZone()).toLocalDate().equals(day))
                .toList();
    }

    /** Slots of the chosen day. */
    public List<Slot> shown(SlotSearch.Slots slots) {
        return on(slots, state.get().day(), clock);
    }

    public void chooseDay(LocalDate day) {
        state.update(
                now ->
                        new State(
                                now.offer(),
                                now.search(),
                                day,
                                Optional.empty(),
                                now.busy(),
                                Optional.empty()));
    }

    /** Chooses a slot that has a place left; a full one cannot be chosen. */
    public void choose(Slot slot) {
        if (slot.free() > 0) {
            state.update(
                    now ->
                            new State(
                                    now.offer(),
                                    now.search(),
                                    now.day(),
                                    Optional.of(slot),
                                    now.busy(),
                                    Optional.empty()));
        }
    }

    /** Holds the chosen slot and leads to paying. A second touch meanwhile does nothing. */
    public void hold() {
        State now = state.get();
        if (now.offer().isEmpty() || now.chosen().isEmpty() || !asking.compareAndSet(false, true)) {
            return;
        }
        outcome(true, Optional.empty());
        Customer who = customer.get();
        booking.hold(who.session(), now.offer().get(), now.chosen(), 1, who.member())
                .whenComplete(
                        (result, failure) -> {
                            asking.set(false);
                            if (failure != null) {
                                outcome(false, Optional.of("hold.failed"));
                            } else {
                                settle(result);
                            }
                        });
    }

    private void settle(HoldOutcome outcome) {
        Optional<String> refusal = HoldWords.refusal(outcome);
        outcome(false, refusal);
        if (outcome instanceof HoldOutcome.Held(HeldBooking now)) {
            held.accept(now);
        } else {
            // Somebody else may have been faster: show what is left.
            again();
        }
    }

    private void found(SlotSearch search) {
        state.update(
                now -> {
                    LocalDate day =
                            now.search().isEmpty() ? firstDay(search, now.day()) : now.day();
                    Optional<Slot> chosen =
                            now.chosen()
                                    .filter(
                                            slot ->
                                                    search instanceof SlotSearch.Slots(var slots)
                                                            && slots.stream()
                                                                    .anyMatch(
                                                                            s ->
                                                                                    s.id().equals(
                                                                                                            slot
                                                                                                                    .id())
                                                                                            && s
                                                                                                            .free()
                                                                                                    > 0));
                    return new State(
                            now.offer(),
                            Optional.of(search),
                            day,
                            chosen,
                            now.busy(),
                            now.refusal());
                });
    }

    /** The first day with a place left. */
    private LocalDate firstDay(SlotSearch search, LocalDate otherwise) {
        if (search instanceof SlotSearch.Slots slots) {
            for (LocalDate day : days()) {
                if (on(slots, day, clock).stream().anyMatch(slot -> slot.free() > 0)) {
                    return day;
                }
            }
        }
        return otherwise;
    }

    private void outcome(boolean busy, Optional<String> refusal) {
        state.update(
                now ->
                        new State(
                                now.offer(), now.search(), now.day(), now.chosen(), busy, refusal));
    }
}
