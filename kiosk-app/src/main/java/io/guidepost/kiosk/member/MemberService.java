package io.guidepost.kiosk.member;

import io.guidepost.contract.booking.Reply.MemberResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.MemberView;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who the customer is, as far as they said so. Kept in memory only and forgotten at the end of the
 * session.
 */
public final class MemberService {
    private final Backend backend;
    private final EventLog events;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final LiveValue<Optional<MemberView>> current = new LiveValue<>(Optional.empty());
    private final AtomicLong visits = new AtomicLong();

    public MemberService(Backend backend, EventLog events, BackgroundTasks tasks, Clock clock) {
        this.backend = backend;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Asks the backend who has this code; the code itself is not kept. */
    public CompletionStage<MemberLogin> identify(SessionId session, MemberCode code) {
        long visit = visits.get();
        return backend.ask(new Request.Member(code.value()))
                .thenApply(
                        answer ->
                                switch (answer) {
                                    case Answer.Answered<MemberResult>(
                                                    MemberResult.MemberFound(var member)) ->
                                            greet(session, member, visit);
                                    case Answer.Answered<MemberResult>(
                                                    MemberResult.MemberUnknown _) ->
                                            new MemberLogin.UnknownMember();
                                    case Answer.Failed<MemberResult>(var error) ->
                                            new MemberLogin.Failed(error);
                                    case Answer.NoAnswer<MemberResult>(var reason) ->
                                            new MemberLogin.NotReachable(reason);
                                });
    }

    private MemberLogin greet(SessionId session, MemberView member, long visit) {
        // An answer that comes after the session was wiped must not greet the next customer.
        current.update(now -> visits.get() == visit ? Optional.of(member) : now);
        tasks.run(
                "report a member",
                () ->
                        events.record(
                                new KioskEvent.MemberIdentified(
                                        session, member.ref(), clock.instant())));
        return new MemberLogin.Greeted(member);
    }

    /** The member who is here, if any. */
    public Observable<Optional<MemberView>> current() {
        return current;
    }

    /** For prices and holds. */
    public Optional<MemberRef> ref() {
        return current.get().map(MemberView::ref);
    }

    /** Forgets who was here. */
    public void forget() {
        visits.incrementAndGet();
        current.set(Optional.empty());
    }
}
