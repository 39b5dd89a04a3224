package io.guidepost.devices.terminal.zvt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells one of a terminal's transactions from the next.
 *
 * @param receipt 0 to 9,999
 * @param trace -1 where the terminal sends none
 * @param clock the terminal's date and time, empty where it sends none
 */
record Mark(int receipt, int trace, String clock) {
    /** Receipts are counted from 1 to this, then anew. */
    static final int LAST_RECEIPT = 9999;

    /** Before the first transaction that the terminal can repeat. */
    static final Mark NONE_YET = new Mark(0, -1, "0");

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(-?\\d{1,6})/(\\d{0,10})");

    static Optional<Mark> of(StatusInformation status) {
        return status.receipt().map(r -> new Mark(r, status.trace().orElse(-1), status.clock()));
    }

    /** How many receipts there are from this one to that one, going forward. */
    int distanceTo(Mark later) {
        return Math.floorMod(later.receipt - receipt, LAST_RECEIPT);
    }

    /** The receipt so many later. */
    int plus(int count) {
        return (receipt - 1 + count) % LAST_RECEIPT + 1;
    }

    static Optional<Mark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Mark(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return receipt + "/" + trace + "/" + clock;
    }
}
