package io.guidepost.kiosk.session;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customer's session. Every touch, key and scan restarts the idle timer; after {@link
 * Timing#idle()} of nothing comes a warning, after {@link Timing#warning()} more the end. At the
 * end everything that was registered is wiped before the attract loop starts. Thread-safe.
 */
public final class SessionService {
    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final EventLog events;
    private final BackgroundTasks tasks;
    private final Timing timing;
    private final Clock clock;
    private final LiveValue<SessionState> state = new LiveValue<>(new SessionState.Attract());
    private final List<Runnable> wipes = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private Optional<SessionId> session = Optional.empty();
    private Instant lastSign = Instant.EPOCH;
    private int suspended;
    private int slowness = 1;

    /**
     * How long a session lasts without a sign of life.
     *
     * @param idle before the warning
     * @param warning to answer it, at least 20 seconds (WCAG 2.2.1)
     */
    public record Timing(Duration idle, Duration warning) {
        /** 90 s, then 20 s. */
        public static final Timing STANDARD =
                new Timing(Duration.ofSeconds(90), Duration.ofSeconds(20));
    }

    public SessionService(EventLog events, BackgroundTasks tasks, Timing timing, Clock clock) {
        this.events = events;
        this.tasks = tasks;
        this.timing = timing;
        this.clock = clock;
    }

    /** Lets the idle timer run, until closed. */
    public Subscription start() {
        return tasks.every("idle timer", TICK, this::tick);
    }

    /** How things stand. */
    public Observable<SessionState> state() {
        return state;
    }

    /** The present session; one is begun where there is none. A sign of life. */
    public SessionId wake() {
        SessionId now;
        synchronized (lock) {
            lastSign = clock.instant();
            if (session.isPresent()) {
                now = session.get();
            } else {
                now = new SessionId(UUID.randomUUID().toString());
                session = Optional.of(now);
                report(new KioskEvent.SessionStarted(now, lastSign));
            }
            state.set(new SessionState.Active(now));
        }
        return now;
    }

    /** The present session, if any; no sign of life. */
    public Optional<SessionId> current() {
        synchronized (lock) {
            return session;
        }
    }

    /**
     * A sign of life: restarts the timer and takes a warning back, as often as the customer likes.
     * Begins nothing.
     */
    public void touch() {
        synchronized (lock) {
            if (session.isPresent()) {
                wake();
            }
        }
    }

    /** Stops the idle timer until closed, for instance while the terminal holds a payment. */
    public Subscription suspendIdle() {
        synchronized (lock) {
            suspended++;
        }
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                synchronized (lock) {
                    suspended--;
                    lastSign = clock.instant();
                }
            }
        };
    }

    /**
     * Slower time-outs, an accessibility choice: all times three times as long, until the session
     * ends.
     */
    public void slower(boolean on) {
        synchronized (lock) {
            slowness = on ? 3 : 1;
        }
    }

    /**
     * Registers what must be forgotten when a session ends; quick, and no blocking work. Registered
     * last, wiped first.
     */
    public Subscription onWipe(Runnable wipe) {
        wipes.addFirst(wipe);
        return () -> wipes.remove(wipe);
    }

    /** An offer is being looked at. */
    public void viewed(OfferId offer, KioskEvent.How how) {
        current()
                .ifPresent(
                        id -> report(new KioskEvent.OfferViewed(id, offer, how, clock.instant())));
    }

    /**
     * A code led nowhere.
     *
     * @param reason such as {@code unknown-product}; never the code
     */
    public void scanRefused(String reason) {
        current().ifPresent(id -> report(new KioskEvent.ScanRefused(id, reason, clock.instant())));
    }

    /** Ends the session, if there is one, and wipes. */
    public void end(EndReason reason) {
        synchronized (lock) {
            if (session.isEmpty()) {
                return;
            }
            SessionId ended = session.get();
            session = Optional.empty();
            slowness = 1;
            wipes.forEach(SessionService::wipe);
            report(new KioskEvent.SessionEnded(ended, reason.word(), clock.instant()));
            state.set(new SessionState.Attract());
        }
    }

    private static void wipe(Runnable wipe) {
        try {
            wipe.run();
        } catch (RuntimeException e) {
            LOG.error("a wipe failed; the others go on", e);
        }
    }

    /** Looks at the clock. */
    void tick() {
        synchronized (lock) {
            if (session.isEmpty()) {
                return;
            }
            if (suspended > 0) {
                lastSign = clock.instant();
                state.set(new SessionState.Active(session.get()));
                return;
            }
            Duration quiet = Duration.between(lastSign, clock.instant());
            Duration idle = timing.idle().multipliedBy(slowness);
            Duration left = idle.plus(timing.warning().multipliedBy(slowness)).minus(quiet);
            if (quiet.compareTo(idle) < 0) {
                return;
            }
            if (left.isPositive()) {
                Duration shown = Duration.ofSeconds(left.plusMillis(999).toSeconds());
                state.set(new SessionState.Warning(session.get(), shown));
            } else {
                end(EndReason.IDLE);
            }
        }
    }

    private void report(KioskEvent event) {
        tasks.run("report " + event.type(), () -> events.record(event));
    }
}
