package io.guidepost.devices.terminal.nexo;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.lifecycle.ConnectionLoop;
import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps a terminal connected and logged in, and hands the session to whoever needs it. */
final class NexoLink {
    private static final Duration LOGIN_WAIT = Duration.ofSeconds(2);

    private final NexoSettings settings;
    private final DeviceState state;
    private final ConnectionLoop loop;
    private final Object change = new Object();
    private @Nullable NexoSession live;
    private boolean closed;

    NexoLink(NexoSettings settings, DeviceState state, LineOpener opener) {
        this.settings = settings;
        this.state = state;
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

    /** The session, waited for at most this long. */
    Optional<NexoSession> session(Duration limit) throws InterruptedException {
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

    boolean closed() {
        synchronized (change) {
            return closed;
        }
    }

    /** The session after the terminal has ended the login, waited for a little. */
    Optional<NexoSession> loggedInAgain() throws InterruptedException {
        return session(LOGIN_WAIT);
    }

    /** Asks what became of the payment or reversal with this id. */
    Asked ask(NexoSession session, String category, UUID id) throws InterruptedException {
        JsonNode question = NexoRequests.transactionStatus(category, id, settings);
        JsonNode answer;
        try {
            answer = session.ask("TransactionStatus", question);
            if (NexoAnswers.loggedOut(answer, settings.saleId())) {
                Optional<NexoSession> again = loggedInAgain();
                if (again.isPresent()) {
                    answer = again.get().ask("TransactionStatus", question);
                }
            }
        } catch (IOException e) {
            return new Asked.Silent(String.valueOf(e.getMessage()));
        }
        if (!NexoAnswers.succeeded(answer)) {
            return switch (NexoAnswers.errorCondition(answer)) {
                case "NotFound" -> new Asked.Missing();
                case "InProgress" -> new Asked.Running();
                default ->
                        new Asked.Silent(
                                "the terminal cannot say: " + NexoAnswers.errorCondition(answer));
            };
        }
        JsonNode repeated = answer.path("RepeatedMessageResponse");
        JsonNode body = repeated.path("RepeatedResponseMessageBody").path(category + "Response");
        boolean same = text(repeated.path("MessageHeader"), "ServiceID").equals(ServiceIds.of(id));
        if (!same || !NexoAnswers.isAbout(body, category, id)) {
            state.count("refused-answers");
            return new Asked.Silent("the terminal answered about another transaction");
        }
        return new Asked.Known(body);
    }

    private void serve(ByteLine line) throws IOException {
        NexoSession session = new NexoSession(line, settings, state);
        startLogin(session);
        try {
            session.serve(settings.idle(), new Keeper(session));
        } finally {
            // An older connection that ends late takes nothing from the one after it.
            if (isLive(session)) {
                setLive(null);
            }
        }
    }

    private void login(NexoSession session) {
        try {
            JsonNode answer = session.ask("Login", NexoRequests.login(state.now()));
            if (NexoAnswers.succeeded(answer)) {
                PoiHealth.loggedIn(answer, state);
                setLive(session);
            } else {
                // Somebody has to set the terminal up; it is asked again when the line is idle.
                state.fault("login refused: " + NexoAnswers.errorCondition(answer));
            }
        } catch (IOException _) {
            session.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void startLogin(NexoSession session) {
        Thread.ofVirtual().name(state.id() + "-login").start(() -> login(session));
    }

    private boolean isLive(NexoSession session) {
        synchronized (change) {
            return session.equals(live);
        }
    }

    private final class Keeper implements NexoSession.Keeper {
        private final NexoSession session;

        Keeper(NexoSession session) {
            this.session = session;
        }

        @Override
        public void idle() {
            if (isLive(session)) {
                checkAlive(session);
            } else {
                startLogin(session);
            }
        }

        @Override
        public void loggedOut() {
            // Answers that were under way say it again; the login for the first is enough.
            if (isLive(session)) {
                state.count("logged-out");
                setLive(null);
                startLogin(session);
            }
        }
    }

    /** A line that was cut without a word shows only when something is asked. */
    private void checkAlive(NexoSession session) {
        if (session.quiet()) {
            Thread.ofVirtual()
                    .name(state.id() + "-diagnosis")
                    .start(
                            () -> {
                                try {
                                    diagnosed(
                                            session,
                                            session.ask("Diagnosis", NexoRequests.diagnosis()));
                                } catch (IOException _) {
                                    state.tested(false, "no answer to a diagnosis");
                                    session.close();
                                } catch (InterruptedException _) {
                                    Thread.currentThread().interrupt();
                                }
                            });
        }
    }

    private void diagnosed(NexoSession session, JsonNode answer) {
        // Of a terminal that has ended the login the next login will tell.
        if (isLive(session) && !NexoAnswers.loggedOut(answer, settings.saleId())) {
            PoiHealth.diagnosed(answer, state);
        }
    }

    private void setLive(@Nullable NexoSession session) {
        synchronized (change) {
            live = session;
            change.notifyAll();
        }
    }
}
