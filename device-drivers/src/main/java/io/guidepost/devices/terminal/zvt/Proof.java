package io.guidepost.devices.terminal.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether the terminal's last transaction is one whose answer was lost. The terminal does
 * not know the kiosk's ids, but it counts its receipts and takes commands from this kiosk only: a
 * receipt since the last one known that belongs to nothing else is the one that was asked for. What
 * cannot be proved so stays unknown.
 */
final class Proof {
    /** A longer gap is no count of this kiosk's receipts. */
    private static final int MOST_RECEIPTS = 200;

    /** What the last transaction proves. */
    sealed interface Verdict {
        /** It is the one that was asked for. */
        record Happened(StatusInformation status) implements Verdict {}

        /** The terminal has carried out nothing for it so far. */
        record NotYet() implements Verdict {}

        /** It cannot be told which one it is. */
        record Unclear(String reason) implements Verdict {}
    }

    private Proof() {}

    /**
     * Judges.
     *
     * @param attempt without a certain end
     * @param last the terminal's last transaction
     * @param explained receipts that belong to what was sent after this attempt
     * @param rivals other attempts that the same receipt could belong to
     */
    static Verdict judge(
            Attempt attempt, StatusInformation last, Set<Integer> explained, List<Attempt> rivals) {
        Mark now = Mark.of(last).orElse(null);
        if (now == null) {
            return new Verdict.Unclear("the terminal's last transaction has no receipt number");
        }
        if (attempt.told().isPresent()) {
            return attempt.told().get().mark().equals(now)
                    ? new Verdict.Happened(last)
                    : new Verdict.Unclear(
                            "the terminal told of receipt "
                                    + attempt.told().get().mark().receipt()
                                    + ", its last one is "
                                    + now.receipt());
        }
        if (attempt.after().isEmpty()) {
            return new Verdict.Unclear(
                    "the receipt before it is not known, the terminal's last one is "
                            + now.receipt());
        }
        Mark before = attempt.after().get();
        if (before.equals(now)) {
            return new Verdict.NotYet();
        }
        if (before.equals(Mark.NONE_YET)) {
            return explained.contains(now.receipt())
                    ? new Verdict.NotYet()
                    : single(attempt, last, now, rivals);
        }
        int distance = before.distanceTo(now);
        if (distance == 0 || distance > MOST_RECEIPTS) {
            return new Verdict.Unclear(
                    "the terminal counts its receipts anew: from "
                            + before.receipt()
                            + " to "
                            + now.receipt());
        }
        List<Integer> open = new ArrayList<>();
        for (int i = 1; i <= distance; i++) {
            if (!explained.contains(before.plus(i))) {
                open.add(before.plus(i));
            }
        }
        if (open.isEmpty()) {
            return new Verdict.NotYet();
        }
        if (open.size() > 1 || open.getFirst() != now.receipt()) {
            return new Verdict.Unclear("receipts " + open + " belong to nothing that is known");
        }
        return single(attempt, last, now, rivals);
    }

    private static Verdict single(
            Attempt attempt, StatusInformation last, Mark now, List<Attempt> rivals) {
        if (!attempt.fits(last)) {
            return last.failed()
                    ? new Verdict.NotYet()
                    : new Verdict.Unclear(
                            "receipt " + now.receipt() + " has another amount than was asked");
        }
        return rivals.stream().anyMatch(r -> r.fits(last))
                ? new Verdict.Unclear(
                        "receipt " + now.receipt() + " may belong to another payment as well")
                : new Verdict.Happened(last);
    }
}
