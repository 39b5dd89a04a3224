package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.lifecycle.DeviceState;
import io.guidepost.devices.terminal.zvt.Attempt.End;
import io.guidepost.devices.terminal.zvt.Attempt.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what moves money, each thing once, and finds out what became of it: the receipt book is
 * written before the terminal hears of anything, and before it hears that the kiosk took note.
 */
final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** So often must the terminal show that it has done nothing before nobody waits any longer. */
    private static final int ENOUGH_MISSING = 4;

    private final ZvtSettings settings;
    private final ZvtLink link;
    private final ReceiptBook book;
    private final DeviceState state;

    Errand(ZvtSettings settings, ZvtLink link, ReceiptBook book, DeviceState state) {
        this.settings = settings;
        this.link = link;
        this.book = book;
        this.state = state;
    }

    ZvtLink link() {
        return link;
    }

    ReceiptBook book() {
        return book;
    }

    ZvtSettings settings() {
        return settings;
    }

    /** Whatever the terminal says while the command runs, on its way into the book. */
    private final class Notes implements Conversation.Watcher {
        private final ZvtSession session;
        private Attempt attempt;

        Notes(ZvtSession session, Attempt attempt) {
            this.session = session;
            this.attempt = attempt;
        }

        @Override
        public void told(StatusInformation status) throws IOException {
            Optional<Told> told = attempt.kept(status);
            if (told.isPresent() && ours(attempt, status)) {
                attempt = book.told(attempt, told.get());
            }
            link.told(status);
        }

        @Override
        public void outOfTime() throws IOException {
            var _ = session.abort(attempt.id());
        }
    }

    /** The terminal's last transaction, asked for where it is not known. */
    Optional<Mark> last(ZvtSession session) throws InterruptedException {
        if (link.last().isEmpty()) {
            var _ = link.askLast(session);
        }
        return link.last();
    }

    /**
     * Sends a command for the first time.
     *
     * @param limit until the terminal is asked to stop
     */
    Result send(ZvtSession session, Attempt attempt, Apdu command, Duration limit)
            throws IOException, InterruptedException {
        Notes notes;
        try {
            notes = new Notes(session, book.sent(attempt));
        } catch (IOException e) {
            LOG.error("{}: not sent, as it could not be written down", state.id(), e);
            return new Result.Failed(attempt, ResultCode.NOT_POSSIBLE);
        }
        ZvtSession used = session;
        Ending ending = used.talk(attempt.id(), command, limit, notes);
        if (ending instanceof Ending.Refused(int code) && ResultCode.loggedOut(code)) {
            // Refused before it began, so it is safe to send it again, once.
            Optional<ZvtSession> again = link.registeredAgain(session);
            if (again.isPresent()) {
                used = again.get();
                notes = new Notes(used, notes.attempt);
                ending = used.talk(attempt.id(), command, limit, notes);
            }
        }
        if (notes.attempt.told().isEmpty() && !(ending instanceof Ending.NotSent)) {
            // The terminal may have counted on.
            link.forgetLast();
        }
        return switch (ending) {
            case Ending.Completed(Optional<StatusInformation> status, _) ->
                    status.isPresent()
                            ? completed(notes.attempt, status.get())
                            : settle(notes.attempt, settings.limits().settle());
            case Ending.Aborted(int code, Optional<StatusInformation> status) ->
                    aborted(notes.attempt, code, status);
            case Ending.Refused(int code) -> failed(notes.attempt, code);
            case Ending.NotSent _ -> failed(notes.attempt, ResultCode.PLEASE_WAIT);
            case Ending.Unsure _ -> {
                // What the terminal may still say on this connection belongs to nothing later.
                used.close();
                yield settle(notes.attempt, settings.limits().settle());
            }
        };
    }

    private Result completed(Attempt attempt, StatusInformation status)
            throws IOException, InterruptedException {
        boolean ours = ours(attempt, status);
        if (status.done() && ours) {
            return done(attempt, status);
        }
        return status.failed() && ours
                ? failed(attempt, status.result().getAsInt())
                : settle(attempt, settings.limits().settle());
    }

    /** A receipt that was there before, or that belongs to another attempt, is not this one's. */
    private boolean ours(Attempt attempt, StatusInformation status) throws IOException {
        Optional<Mark> mark = Mark.of(status);
        return mark.isEmpty()
                || (!mark.equals(attempt.after()) && !book.heldByAnother(attempt.id(), mark.get()));
    }

    private Result aborted(Attempt attempt, int code, Optional<StatusInformation> status)
            throws IOException, InterruptedException {
        if (status.isPresent() && !ours(attempt, status.get())) {
            return settle(attempt, settings.limits().settle());
        }
        if (status.isPresent() && status.get().done()) {
            book.ended(attempt, End.CONTRADICTED, code);
            return new Result.Open(
                    "the terminal carried it out and then broke it off: " + ResultCode.words(code));
        }
        return failed(attempt, code);
    }

    private static Result done(Attempt attempt, StatusInformation status) {
        return new Result.Done(attempt, status);
    }

    private Result failed(Attempt attempt, int code) throws IOException {
        return new Result.Failed(book.ended(attempt, End.FAILED, code), code);
    }

    /** Asks until the terminal shows what became of it; else what it said last. */
    Result settle(Attempt attempt, Duration limit) throws IOException, InterruptedException {
        state.count("settlements");
        long end = System.nanoTime() + limit.toNanos();
        Result result = new Result.Silent("the terminal is not connected");
        int missing = 0;
        for (long left = limit.toNanos();
                left > 0 && !link.closed();
                left = end - System.nanoTime()) {
            Optional<ZvtSession> session = link.session(Duration.ofNanos(left));
            if (session.isEmpty()) {
                continue;
            }
            result = look(session.get(), attempt);
            switch (result) {
                case Result.Done _, Result.Failed _, Result.Open _ -> {
                    return result;
                }
                case Result.NotYet _ -> {
                    // What was sent on the lost connection may still be on its way to it.
                    missing++;
                    if (missing >= ENOUGH_MISSING) {
                        return result;
                    }
                }
                case Result.Running _, Result.Silent _ -> {
                    // Asked again.
                }
            }
            Thread.sleep(POLL);
        }
        return result;
    }

    /** Asks once. */
    Result look(ZvtSession session, Attempt attempt) throws IOException, InterruptedException {
        if (attempt.told().isPresent() && attempt.told().get().failed()) {
            return failed(attempt, attempt.told().get().result().getAsInt());
        }
        return switch (link.askLast(session)) {
            case Last.Known(StatusInformation last) -> judged(attempt, last);
            case Last.Busy _ -> new Result.Running();
            case Last.None(String reason) ->
                    attempt.told().isEmpty() && attempt.after().equals(Optional.of(Mark.NONE_YET))
                            ? new Result.NotYet()
                            : new Result.Open(reason);
            case Last.Untold(String reason) -> new Result.Open(reason);
            case Last.Silent(String reason) -> new Result.Silent(reason);
        };
    }

    private Result judged(Attempt attempt, StatusInformation last) throws IOException {
        List<Attempt> rivals = book.unended(attempt.id());
        Proof.Verdict verdict =
                Proof.judge(attempt, last, book.receiptsAfter(attempt.id()), rivals);
        return switch (verdict) {
            case Proof.Verdict.Happened(StatusInformation status) -> {
                if (!ours(attempt, status)) {
                    yield new Result.Open(
                            "it cannot be proved what became of it: receipt "
                                    + status.receipt().orElseThrow()
                                    + " belongs to another payment");
                }
                Attempt known =
                        attempt.told().filter(t -> t.result().isPresent()).isPresent()
                                ? attempt
                                : book.told(attempt, attempt.kept(status).orElseThrow());
                if (status.done()) {
                    yield done(known, status);
                }
                yield status.failed()
                        ? failed(known, status.result().getAsInt())
                        : new Result.Open(
                                "the terminal does not say whether it carried out receipt "
                                        + status.receipt().orElseThrow());
            }
            case Proof.Verdict.NotYet _ -> new Result.NotYet();
            case Proof.Verdict.Unclear(String reason) ->
                    new Result.Open("it cannot be proved what became of it: " + reason);
        };
    }
}
