package io.guidepost.kiosk.staff;

import io.guidepost.contract.booking.Reply.StaffResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Staff at the kiosk. Badge and PIN are asked of the backend and not kept. */
public final class StaffService {
    public static final int LEAST_UNITS = 1;
    public static final int MOST_UNITS = 9_999;

    private final Backend backend;
    private final EventLog events;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final LiveValue<Optional<StaffMember>> current = new LiveValue<>(Optional.empty());
    private final AtomicLong visits = new AtomicLong();

    public StaffService(Backend backend, EventLog events, BackgroundTasks tasks, Clock clock) {
        this.backend = backend;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Asks the backend whether badge and PIN belong together. */
    public CompletionStage<StaffLogin> login(BadgeCode badge, String pin) {
        long visit = visits.get();
        return backend.ask(new Request.StaffLogin(badge.value(), pin))
                .thenApply(
                        answer ->
                                switch (answer) {
                                    case Answer.Answered<StaffResult>(
                                                    StaffResult.StaffAccepted accepted) ->
                                            signIn(accepted, visit);
                                    case Answer.Answered<StaffResult>(
                                                    StaffResult.StaffRefused(var left)) ->
                                            new StaffLogin.Wrong(left);
                                    case Answer.Answered<StaffResult>(
                                                    StaffResult.StaffLocked(var until)) ->
                                            new StaffLogin.Locked(until);
                                    case Answer.Failed<StaffResult>(var error) ->
                                            new StaffLogin.Failed(error);
                                    case Answer.NoAnswer<StaffResult>(var reason) ->
                                            new StaffLogin.NotReachable(reason);
                                });
    }

    private StaffLogin signIn(StaffResult.StaffAccepted accepted, long visit) {
        StaffMember staff =
                new StaffMember(accepted.staff(), accepted.displayName(), accepted.expiresAt());
        Optional<StaffMember> now =
                current.update(before -> visits.get() == visit ? Optional.of(staff) : before);
        return now.equals(Optional.of(staff))
                ? new StaffLogin.SignedIn(staff)
                : new StaffLogin.TooLate();
    }

    /** Who is signed in now; whose time is over is signed out by asking. */
    public Optional<StaffMember> present() {
        return current.update(now -> now.filter(s -> clock.instant().isBefore(s.expiresAt())));
    }

    /** Who is signed in, if anybody. */
    public Observable<Optional<StaffMember>> current() {
        return current;
    }

    /**
     * Reports that units were put on the shelf; written down when the stage ends.
     *
     * @param units {@value #LEAST_UNITS} to {@value #MOST_UNITS}
     */
    public CompletionStage<RestockResult> restock(Offer offer, int units) {
        Optional<StaffMember> staff = present();
        if (staff.isEmpty()) {
            return CompletableFuture.completedStage(new RestockResult.NotSignedIn());
        }
        if (offer.kind() != Offer.Kind.PRODUCT) {
            return CompletableFuture.completedStage(new RestockResult.NotGoods());
        }
        if (units < LEAST_UNITS || units > MOST_UNITS) {
            return CompletableFuture.completedStage(
                    new RestockResult.WrongUnits(LEAST_UNITS, MOST_UNITS));
        }
        return tasks.supply(
                "report a restock",
                () -> {
                    UUID id = Ids.newId();
                    events.record(
                            new KioskEvent.StockRestocked(
                                    id, offer.id(), units, staff.get().ref(), clock.instant()));
                    return new RestockResult.Recorded(id);
                });
    }

    /** Signs this one out, if it is they who are signed in. */
    public void logout(StaffMember who) {
        current.update(now -> now.filter(staff -> !staff.equals(who)));
    }

    /** Signs out whoever it is, also one whose answer is still on its way. */
    public void logout() {
        visits.incrementAndGet();
        current.set(Optional.empty());
    }
}
