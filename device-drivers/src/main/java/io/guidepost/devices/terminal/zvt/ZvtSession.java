package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection to a terminal: one command at a time, and what it says unasked is confirmed. */
final class ZvtSession {
    /** More than any terminal sends without waiting for a confirmation. */
    private static final int MOST_WAITING = 64;

    private static final Duration PASS = Duration.ofSeconds(1);

    private final ByteLine line;
    private final ZvtWire wire;
    private final ZvtSettings.Limits limits;
    private final DeviceState state;
    private final Semaphore floor = new Semaphore(1);
    private final BlockingQueue<Conversation.Arrival> inbox =
            new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean registering = new AtomicBoolean();
    private final Object turn = new Object();
    private @Nullable Conversation current;
    private @Nullable UUID currentId;
    private volatile boolean talking;
    private volatile boolean ended;

    ZvtSession(ByteLine line, ZvtWire wire, ZvtSettings settings, DeviceState state) {
        this.line = line;
        this.wire = wire;
        this.limits = settings.limits();
        this.state = state;
    }

    /**
     * Reads until the connection ends.
     *
     * @param idle run when the terminal has said nothing for the idle limit
     */
    void serve(Runnable idle) throws IOException {
        long quietSince = System.nanoTime();
        try {
            while (true) {
                state.alive();
                Optional<Apdu> message = wire.read(PASS);
                if (message.isPresent()) {
                    state.heard();
                    quietSince = System.nanoTime();
                    deliver(message.get());
                } else if (System.nanoTime() - quietSince > limits.idle().toNanos()) {
                    quietSince = System.nanoTime();
                    idle.run();
                }
            }
        } finally {
            ended = true;
            inbox.clear();
            var _ = inbox.offer(new Conversation.Arrival(Optional.empty()));
        }
    }

    private void deliver(Apdu message) throws IOException {
        if (talking) {
            if (!inbox.offer(new Conversation.Arrival(Optional.of(message)))) {
                throw new IOException("the terminal sends on without being confirmed");
            }
        } else if (!message.accepts() && !message.refuses()) {
            // On a thread of its own: on a serial line the confirmation is confirmed to this one.
            state.count("late-messages");
            Thread.ofVirtual().name(state.id() + "-confirm").start(this::confirm);
        }
    }

    private void confirm() {
        try {
            wire.write(Apdu.ACCEPTED);
        } catch (IOException _) {
            close();
        }
    }

    /** Sends a command and follows it to its end, unless another one goes on for too long. */
    Ending talk(Apdu command, Duration limit, Conversation.Watcher watcher)
            throws InterruptedException {
        return talk(null, command, limit, watcher);
    }

    /**
     * The same for what moves money.
     *
     * @param id under which it can be stopped
     */
    Ending talk(@Nullable UUID id, Apdu command, Duration limit, Conversation.Watcher watcher)
            throws InterruptedException {
        if (!floor.tryAcquire(limits.answer().toNanos(), TimeUnit.NANOSECONDS)) {
            return new Ending.NotSent("the terminal is at work");
        }
        try {
            inbox.clear();
            talking = true;
            if (ended) {
                return new Ending.NotSent("the connection was lost");
            }
            Conversation conversation = new Conversation(wire, inbox, state, limits);
            setCurrent(conversation, id);
            return conversation.hold(command, limit, watcher);
        } finally {
            setCurrent(null, null);
            talking = false;
            floor.release();
        }
    }

    /** Sends a command that the terminal itself answers quickly. */
    Ending ask(Apdu command) throws InterruptedException {
        return talk(command, limits.answer(), Conversation.Watcher.NONE);
    }

    private void setCurrent(@Nullable Conversation conversation, @Nullable UUID id) {
        synchronized (turn) {
            current = conversation;
            currentId = id;
        }
    }

    /**
     * Asks the terminal to break off what it has begun under this id. The command names nothing
     * that it is about, so it is written only while that is what the terminal does.
     */
    boolean abort(UUID id) throws IOException {
        synchronized (turn) {
            return current != null && id.equals(currentId) && current.stop();
        }
    }

    /**
     * Asks a terminal that says that it is at work to break that off, and waits for the answer, so
     * that no other command meets it.
     */
    void abortItsWork() throws IOException, InterruptedException {
        if (!floor.tryAcquire()) {
            return;
        }
        try {
            inbox.clear();
            talking = true;
            long until = System.nanoTime() + limits.answer().toNanos();
            wire.write(Command.abort());
            while (true) {
                Conversation.Arrival arrival =
                        inbox.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (arrival == null || arrival.message().isEmpty()) {
                    return;
                }
                Apdu message = arrival.message().get();
                if (message.accepts() || message.refuses()) {
                    return;
                }
                state.count("late-messages");
                wire.write(Apdu.ACCEPTED);
            }
        } finally {
            talking = false;
            floor.release();
        }
    }

    /** Registers here, unless that is under way on this connection. */
    boolean beginRegistration() {
        return registering.compareAndSet(false, true);
    }

    void endRegistration() {
        registering.set(false);
    }

    /** Whether no command is under way. */
    boolean quiet() {
        return !talking;
    }

    void close() {
        line.close();
    }
}
