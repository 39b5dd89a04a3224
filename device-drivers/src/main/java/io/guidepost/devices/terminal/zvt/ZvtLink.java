package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a terminal connected and the kiosk registered at it, asks for its last transaction at the
 * beginning of each connection, and hands the session to whoever needs it.
 */
final class ZvtLink {
    /** How soon a terminal that is at work is asked again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ZvtSettings settings;
    private final DeviceState state;
    private final ConnectionLoop loop;
    private final Function<ByteLine, ZvtWire> wires;
    private final Object change = new Object();
    private @Nullable ZvtSession connected;
    private @Nullable ZvtSession live;
    private Optional<Mark> last = Optional.empty();
    private boolean closed;
    private boolean busy;

    /** Whether a terminal that repeats no receipt has none: nothing was sent to it so far. */
    private boolean untouched = true;

    /**
     * A link that is not open yet.
     *
     * @param wires how messages travel on such a line
     */
    ZvtLink(
            ZvtSettings settings,
            DeviceState state,
            LineOpener opener,
            Function<ByteLine, ZvtWire> wires) {
        this.settings = settings;
        this.state = state;
        this.wires = wires;
        this.loop = new ConnectionLoop(state, opener, this::serve);
    }

    void start() {
        loop.start();
    }

    void close() {
        synchronized (change) {
            closed = true;
            change.notifyAll();
        }
        loop.close();
    }

    boolean closed() {
        synchronized (change) {
            return closed;
        }
    }

    /** The session at which the kiosk is registered, waited for at most this long. */
    Optional<ZvtSession> session(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (change) {
            while (live == null) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closed) {
                    return Optional.empty();
                }
                change.wait(left);
            }
            return Optional.of(live);
        }
    }

    /** The connection, also while the kiosk is not registered. */
    Optional<ZvtSession> connection() {
        synchronized (change) {
            return Optional.ofNullable(connected);
        }
    }

    /** Whether the terminal is at work on something that this connection did not begin. */
    boolean busy() {
        synchronized (change) {
            return busy;
        }
    }

    /** The terminal's last transaction as far as it is known. */
    Optional<Mark> last() {
        synchronized (change) {
            return last;
        }
    }

    /** The terminal told of a transaction. */
    void told(StatusInformation status) {
        synchronized (change) {
            last = Mark.of(status).or(() -> last);
            untouched = false;
        }
    }

    /**
     * A terminal may refuse to repeat its last receipt in passing: that it has none is believed of
     * the first connection and after the end of a day only, until something is sent to it.
     */
    private void repeatsNone() {
        synchronized (change) {
            last = untouched ? Optional.of(Mark.NONE_YET) : Optional.empty();
        }
    }

    /** The terminal has closed its day: it may have counted on, or have no receipt any more. */
    void dayEnded() {
        synchronized (change) {
            last = Optional.empty();
            untouched = true;
        }
    }

    /** The terminal may have counted on without saying so. */
    void forgetLast() {
        synchronized (change) {
            last = Optional.empty();
            untouched = false;
        }
    }

    /** Asks the terminal for its last transaction. */
    Last askLast(ZvtSession session) throws InterruptedException {
        Last answer = lastOf(session.ask(Command.repeatReceipt(settings)));
        setBusy(answer instanceof Last.Busy);
        switch (answer) {
            case Last.Known(StatusInformation status) -> told(status);
            case Last.None _ -> repeatsNone();
            case Last.Silent _ -> session.close();
            case Last.Busy _, Last.Untold _ -> {
                // Nothing new is known.
            }
        }
        return answer;
    }

    private static Last lastOf(Ending ending) {
        return switch (ending) {
            case Ending.Completed(var status, _) ->
                    status.<Last>map(Last.Known::new)
                            .orElseGet(() -> new Last.None("the terminal repeats no receipt"));
            case Ending.Aborted(int code, _) ->
                    ResultCode.busy(code) ? new Last.Busy() : new Last.None(noReceipt(code));
            case Ending.Refused(int code) -> untold(code);
            case Ending.NotSent _ -> new Last.Busy();
            case Ending.Unsure(String reason, _) -> new Last.Silent(reason);
        };
    }

    private static Last untold(int code) {
        return ResultCode.busy(code) ? new Last.Busy() : new Last.Untold(noReceipt(code));
    }

    private static String noReceipt(int code) {
        return "the terminal repeats no receipt: " + ResultCode.words(code);
    }

    /** The terminal has forgotten the kiosk: registers anew and waits for that. */
    Optional<ZvtSession> registeredAgain(ZvtSession session) throws InterruptedException {
        state.count("logged-out");
        notLive(session);
        startRegistration(session);
        return session(settings.limits().answer());
    }

    private void serve(ByteLine line) throws IOException {
        ZvtSession session = new ZvtSession(line, wires.apply(line), settings, state);
        setConnected(session);
        startRegistration(session);
        try {
            session.serve(() -> idle(session));
        } finally {
            notLive(session);
            notConnected(session);
        }
    }

    private void idle(ZvtSession session) {
        if (session.quiet()) {
            if (isLive(session)) {
                background("enquiry", session, () -> enquire(session));
            } else {
                startRegistration(session);
            }
        }
    }

    private void startRegistration(ZvtSession session) {
        background(
                "registration",
                session,
                () -> {
                    if (session.beginRegistration()) {
                        try {
                            register(session);
                        } finally {
                            session.endRegistration();
                        }
                    }
                });
    }

    /** What a session needs done beside the thread that reads. */
    private interface Work {
        void run() throws InterruptedException;
    }

    private void background(String name, ZvtSession session, Work work) {
        Thread.ofVirtual()
                .name(state.id() + "-" + name)
                .start(
                        () -> {
                            try {
                                work.run();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException e) {
                                state.count("driver-failures");
                                session.close();
                            }
                        });
    }

    private void register(ZvtSession session) throws InterruptedException {
        try {
            while (!closed() && isConnected(session) && !registeredAtOnce(session)) {
                setBusy(true);
                Thread.sleep(AGAIN);
            }
        } finally {
            setBusy(false);
        }
    }

    /** False where the terminal is at work and has to be asked again. */
    private boolean registeredAtOnce(ZvtSession session) throws InterruptedException {
        return switch (session.ask(Command.registration(settings))) {
            case Ending.Completed(_, Fields fields) -> registered(session, fields);
            case Ending.Refused(int code) -> refused(code);
            case Ending.Aborted(int code, _) -> refused(code);
            case Ending.NotSent _ -> true;
            case Ending.Unsure _ -> {
                session.close();
                yield true;
            }
        };
    }

    /** Somebody has to set the terminal up; it is asked again when the line is idle. */
    private boolean refused(int code) {
        if (ResultCode.busy(code)) {
            return false;
        }
        state.tested(false, "registration refused: " + ResultCode.words(code));
        state.fault("registration refused: " + ResultCode.words(code));
        return true;
    }

    /** False where the terminal is at work and does not say its last transaction yet. */
    private boolean registered(ZvtSession session, Fields fields) throws InterruptedException {
        fields.number(Bmp.TERMINAL_ID)
                .ifPresent(
                        id ->
                                state.identified(
                                        new DeviceIdentity(
                                                "",
                                                "ZVT terminal",
                                                String.format(Locale.ROOT, "%08d", id),
                                                "")));
        Optional<String> currency =
                fields.number(Bmp.CURRENCY).stream()
                        .boxed()
                        .findFirst()
                        .flatMap(StatusInformation.Currencies::of);
        if (currency.isPresent() && !currency.get().equals(settings.currency())) {
            state.fault(
                    "the terminal takes "
                            + currency.get()
                            + ", the configuration says "
                            + settings.currency());
            return true;
        }
        return switch (askLast(session)) {
            case Last.Busy _ -> false;
            case Last.Silent _ -> true;
            case Last.Known _, Last.None _, Last.Untold _ -> {
                state.tested(true, "registered");
                setLive(session);
                state.ready();
                yield true;
            }
        };
    }

    private void enquire(ZvtSession session) throws InterruptedException {
        switch (session.ask(Command.statusEnquiry(settings))) {
            case Ending.Completed(_, Fields fields) ->
                    enquired(fields.code(Bmp.RESULT).orElse(ResultCode.DONE));
            case Ending.Aborted(int code, _) -> enquired(code);
            case Ending.Refused(int code) -> {
                if (ResultCode.loggedOut(code)) {
                    var _ = registeredAgain(session);
                } else {
                    enquired(code);
                }
            }
            case Ending.NotSent _ -> {
                // A payment runs: it shows better than any question how the terminal is.
            }
            case Ending.Unsure _ -> session.close();
        }
    }

    private void enquired(int code) {
        boolean good = code == ResultCode.DONE || ResultCode.busy(code);
        state.tested(good, ResultCode.words(code));
        if (good) {
            state.ready();
        } else {
            state.degraded(ResultCode.words(code));
        }
    }

    /** Asks the terminal how it is, for somebody who wants to know now. */
    boolean wellNow(ZvtSession session) throws InterruptedException {
        enquire(session);
        return isLive(session) && isConnected(session);
    }

    private boolean isLive(ZvtSession session) {
        synchronized (change) {
            return session.equals(live);
        }
    }

    private boolean isConnected(ZvtSession session) {
        synchronized (change) {
            return session.equals(connected);
        }
    }

    private void setLive(ZvtSession session) {
        synchronized (change) {
            if (session.equals(connected)) {
                live = session;
                change.notifyAll();
            }
        }
    }

    /** An older connection that ends late takes nothing from the one after it. */
    private void notLive(ZvtSession session) {
        synchronized (change) {
            if (session.equals(live)) {
                live = null;
                change.notifyAll();
            }
        }
    }

    private void setBusy(boolean now) {
        synchronized (change) {
            busy = now;
        }
    }

    private void setConnected(ZvtSession session) {
        synchronized (change) {
            connected = session;
            change.notifyAll();
        }
    }

    private void notConnected(ZvtSession session) {
        synchronized (change) {
            if (session.equals(connected)) {
                connected = null;
                change.notifyAll();
            }
        }
    }
}
