package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.lifecycle.DeviceState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One command from its sending to its end. Until then the terminal leads: it sends status
 * information, steps and texts to print, each of which the kiosk confirms, and then a completion or
 * an abort.
 */
final class Conversation {

    /** Whoever wants to hear what the terminal says on the way. On the conversation's thread. */
    interface Watcher {
        /** Hears nothing. */
        Watcher NONE = new Watcher() {};

        /**
         * The terminal told of the transaction. It hears that the kiosk took note only after this.
         */
        default void told(StatusInformation status) throws IOException {}

        /** The terminal has not come to an end in time: whoever can should stop it. */
        default void outOfTime() throws IOException {}
    }

    /** A message that arrived; nothing for the end of the connection. */
    record Arrival(Optional<Apdu> message) {}

    private final ZvtWire wire;
    private final BlockingQueue<Arrival> inbox;
    private final DeviceState state;
    private final ZvtSettings.Limits limits;
    private Optional<StatusInformation> status = Optional.empty();
    private volatile boolean begun;
    private volatile boolean decided;
    private boolean stopped;
    private int unanswered;
    private long end;
    private long lastEnd;

    /**
     * Not begun yet.
     *
     * @param inbox what the terminal sends
     */
    Conversation(
            ZvtWire wire,
            BlockingQueue<Arrival> inbox,
            DeviceState state,
            ZvtSettings.Limits limits) {
        this.wire = wire;
        this.inbox = inbox;
        this.state = state;
        this.limits = limits;
    }

    /**
     * Sends the command and follows it to its end.
     *
     * @param limit until the terminal is asked to stop
     */
    Ending hold(Apdu command, Duration limit, Watcher watcher) throws InterruptedException {
        long now = System.nanoTime();
        end = now + limits.answer().toNanos();
        long stopAt = now + limit.toNanos();
        lastEnd = stopAt + limits.settle().toNanos();
        try {
            wire.write(command);
            while (true) {
                Arrival arrival =
                        inbox.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (arrival == null) {
                    // What is decided is not stopped any more: the terminal is asked for it.
                    if (!begun || stopped || decided) {
                        state.count("timeouts");
                        return new Ending.Unsure(
                                begun ? "the terminal fell silent" : "no answer", status);
                    }
                    stopped = true;
                    end = System.nanoTime() + limits.answer().toNanos();
                    watcher.outOfTime();
                } else if (arrival.message().isEmpty()) {
                    return new Ending.Unsure("the connection was lost", status);
                } else {
                    Optional<Ending> ending = take(arrival.message().get(), stopAt, watcher);
                    if (ending.isPresent()) {
                        awaitAnswers();
                        return ending.get();
                    }
                }
            }
        } catch (IOException e) {
            return new Ending.Unsure(String.valueOf(e.getMessage()), status);
        }
    }

    private Optional<Ending> take(Apdu message, long stopAt, Watcher watcher) throws IOException {
        if (message.accepts() || message.refuses()) {
            return answered(message, stopAt);
        }
        if (!begun) {
            // The terminal answers a command before it says anything of it, so this belongs to
            // something earlier.
            state.count("late-messages");
            wire.write(Apdu.ACCEPTED);
            return Optional.empty();
        }
        if (stopped) {
            end = Math.min(lastEnd, System.nanoTime() + limits.answer().toNanos());
        }
        return switch (message.control()) {
            case Command.STATUS_INFORMATION -> {
                told(message, watcher);
                wire.write(Apdu.ACCEPTED);
                yield Optional.empty();
            }
            case Command.COMPLETION -> {
                wire.write(Apdu.ACCEPTED);
                yield Optional.of(new Ending.Completed(status, fields(message)));
            }
            case Command.ABORT -> {
                wire.write(Apdu.ACCEPTED);
                byte[] data = message.data();
                yield Optional.of(
                        new Ending.Aborted(data.length == 0 ? 0xFF : data[0] & 0xFF, status));
            }
            case Command.INTERMEDIATE_STATUS, Command.PRINT_LINE, Command.PRINT_TEXT -> {
                wire.write(Apdu.ACCEPTED);
                yield Optional.empty();
            }
            default -> {
                state.count("refused-messages");
                wire.write(Apdu.refused(ResultCode.NOT_POSSIBLE));
                yield Optional.empty();
            }
        };
    }

    private Optional<Ending> answered(Apdu message, long stopAt) {
        if (begun) {
            // The answer to an abort.
            synchronized (this) {
                unanswered = Math.max(0, unanswered - 1);
            }
            return Optional.empty();
        }
        if (message.refuses()) {
            return Optional.of(new Ending.Refused(message.code()));
        }
        begun = true;
        end = stopAt;
        return Optional.empty();
    }

    /**
     * Asks the terminal to break off this command, as soon as it has begun and while nothing is
     * decided: before that, the answer would be taken for the command's.
     */
    synchronized boolean stop() throws IOException {
        if (!begun || decided) {
            return false;
        }
        unanswered++;
        wire.write(Command.abort());
        return true;
    }

    /** The answer to an abort must not be taken for that to the next command. */
    private void awaitAnswers() throws IOException, InterruptedException {
        synchronized (this) {
            decided = true;
        }
        long until = System.nanoTime() + limits.answer().toNanos();
        while (unansweredNow() > 0) {
            Arrival late = inbox.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (late == null || late.message().isEmpty()) {
                return;
            }
            if (late.message().get().accepts() || late.message().get().refuses()) {
                synchronized (this) {
                    unanswered--;
                }
            } else {
                wire.write(Apdu.ACCEPTED);
            }
        }
    }

    private synchronized int unansweredNow() {
        return unanswered;
    }

    private void told(Apdu message, Watcher watcher) throws IOException {
        StatusInformation said;
        try {
            said = StatusInformation.of(known(message));
        } catch (BadApdu _) {
            // The end is still waited for; then the terminal is asked again.
            state.count("refused-messages");
            return;
        }
        status = Optional.of(said);
        watcher.told(said);
        decided |= said.done();
        if (said.done() && !stopped) {
            // The money is decided; what is left is a receipt, or a card to be taken out.
            end = Math.min(end, System.nanoTime() + limits.settle().toNanos());
        }
    }

    private Fields fields(Apdu message) {
        try {
            return known(message);
        } catch (BadApdu _) {
            return Fields.NONE;
        }
    }

    private Fields known(Apdu message) throws BadApdu {
        Fields.Known known = Fields.parseKnown(message.data());
        if (known.rest() > 0) {
            state.count("unknown-fields");
        }
        return known.fields();
    }
}
