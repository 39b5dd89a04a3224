package io.guidepost.kiosk.booking;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Slots and holds. Results come on a background thread. A customer holds one thing at a time. */
public final class BookingService {
    /** How often a countdown moves. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Backend backend;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final LiveValue<Optional<HeldBooking>> held = new LiveValue<>(Optional.empty());
    private final Object turns = new Object();

    /** Counts what ends a customer's claim to what was held before. */
    private long turn;

    public BookingService(Backend backend, BackgroundTasks tasks, Clock clock) {
        this.backend = backend;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * When a service can be had.
     *
     * @param days 1 to 31
     */
    public CompletionStage<SlotSearch> slots(OfferId offer, LocalDate from, int days) {
        return backend.ask(new Request.Slots(offer, from, days))
                .thenApply(
                        answer ->
                                switch (answer) {
                                    case Answer.Answered<Reply.SlotList>(var list) ->
                                            new SlotSearch.Slots(list.slots());
                                    case Answer.Failed<Reply.SlotList>(var error) ->
                                            new SlotSearch.Failed(error);
                                    case Answer.NoAnswer<Reply.SlotList>(var reason) ->
                                            new SlotSearch.NotReachable(reason);
                                });
    }

    /**
     * Holds a place in a slot, or units of goods; what was held before is given back.
     *
     * @param slot needed for services
     * @param quantity 1 to 20
     */
    public CompletionStage<HoldOutcome> hold(
            SessionId session,
            Offer offer,
            Optional<Slot> slot,
            int quantity,
            Optional<MemberRef> member) {
        long mine = newTurn();
        UUID holdId = Ids.newId();
        Optional<SlotId> slotId = slot.map(Slot::id);
        return backend.ask(new Request.Hold(holdId, session, offer.id(), slotId, quantity, member))
                .thenApply(
                        answer ->
                                switch (answer) {
                                    case Answer.Answered<Reply.HoldResult>(var result) ->
                                            switch (result) {
                                                case Reply.HoldResult.Held h ->
                                                        keep(
                                                                mine,
                                                                new HeldBooking(
                                                                        h.holdId(),
                                                                        session,
                                                                        offer,
                                                                        slot,
                                                                        quantity,
                                                                        h.amount(),
                                                                        member,
                                                                        h.expiresAt()));
                                                case Reply.HoldResult.HoldRefused(var reason) ->
                                                        new HoldOutcome.Refused(reason);
                                            };
                                    case Answer.Failed<Reply.HoldResult>(var error) -> {
                                        giveBack(holdId);
                                        yield new HoldOutcome.Failed(error);
                                    }
                                    case Answer.NoAnswer<Reply.HoldResult>(var reason) -> {
                                        giveBack(holdId);
                                        yield new HoldOutcome.NotReachable(reason);
                                    }
                                });
    }

    private HoldOutcome keep(long mine, HeldBooking booking) {
        synchronized (turns) {
            if (turn == mine) {
                held.set(Optional.of(booking));
                return new HoldOutcome.Held(booking);
            }
        }
        giveBack(booking.holdId());
        return new HoldOutcome.Left();
    }

    /** What is held now, if anything. */
    public Observable<Optional<HeldBooking>> held() {
        return held;
    }

    /**
     * Gives back what is held, if anything, and what a question under way may still bring; not what
     * a payment has.
     */
    public void release() {
        var _ = newTurn();
    }

    private long newTurn() {
        Optional<HeldBooking> before;
        long next;
        synchronized (turns) {
            turn++;
            next = turn;
            before = held.get();
            held.set(Optional.empty());
        }
        before.ifPresent(booking -> giveBack(booking.holdId()));
        return next;
    }

    /** Gives this one back, where it is still what is held. */
    public void release(HeldBooking booking) {
        synchronized (turns) {
            if (held.get().equals(Optional.of(booking))) {
                release();
            }
        }
    }

    /**
     * The payment has the hold now: no {@link #release} gives it back any more, neither a session's
     * end nor another choice.
     *
     * @return to be run where the payment ended and nothing was taken: the customer has the hold
     *     again, or it is given back where they have gone or chosen anew; empty where this is not
     *     held any more, as when the session ended in this moment: it must not be paid for
     */
    public Optional<Runnable> handOver(HeldBooking booking) {
        synchronized (turns) {
            if (!held.get().equals(Optional.of(booking))) {
                return Optional.empty();
            }
            held.set(Optional.empty());
            long then = turn;
            return Optional.of(() -> takeBack(booking, then));
        }
    }

    private void takeBack(HeldBooking booking, long then) {
        synchronized (turns) {
            if (turn == then) {
                held.set(Optional.of(booking));
                return;
            }
        }
        giveBack(booking.holdId());
    }

    /**
     * What is left until this instant, once every quarter of a second, down to zero; closing ends
     * it.
     */
    public Countdown countdown(Instant until) {
        LiveValue<Duration> left = new LiveValue<>(left(until));
        Subscription ticking = tasks.every("countdown", TICK, () -> left.set(left(until)));
        return new Countdown(left, ticking);
    }

    private Duration left(Instant until) {
        Duration rest = Duration.between(clock.instant(), until);
        return rest.isNegative() ? Duration.ZERO : Duration.ofSeconds(rest.toSeconds());
    }

    private void giveBack(UUID holdId) {
        tasks.run("release a hold", () -> backend.ask(new Request.Release(holdId)));
    }

    /**
     * A running countdown.
     *
     * @param left whole seconds
     */
    public record Countdown(Observable<Duration> left, Subscription ticking)
            implements AutoCloseable {
        @Override
        public void close() {
            ticking.close();
        }
    }
}
