package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.PrintOutcome.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a printer says of itself, by Automatic Status Back ({@code GS a}) or by its answers to
 * {@code DLE EOT} 1 to 4. Both carry the same facts in other bits (ESC/POS command reference).
 *
 * @param troubles what is the matter, empty when all is well; OFFLINE stands only alone, as every
 *     other trouble that stops the printer takes it off line too
 */
public record PrinterCondition(Set<Trouble> troubles) {

    /** One thing that is the matter; those that stop the printer come in the order of telling. */
    public enum Trouble {
        COVER_OPEN(Reason.COVER_OPEN),
        PAPER_OUT(Reason.PAPER_OUT),
        CUTTER_ERROR(Reason.CUTTER_ERROR),
        JAMMED(Reason.JAMMED),
        BROKEN(Reason.BROKEN),
        OVERHEATED(Reason.OVERHEATED),
        OFFLINE(Reason.OFFLINE),
        /** A warning: it still prints. */
        PAPER_NEAR_END(null);

        private final Optional<Reason> stops;

        Trouble(@Nullable Reason stops) {
            this.stops = Optional.ofNullable(stops);
        }
    }

    /** All is well. */
    public static final PrinterCondition FINE = new PrinterCondition(Set.of());

    /** What {@link #realTime} takes for {@code n}: all there is to ask for. */
    static final int REAL_TIME_ANSWERS = 4;

    public PrinterCondition {
        EnumSet<Trouble> copy = EnumSet.noneOf(Trouble.class);
        copy.addAll(troubles);
        if (copy.stream().anyMatch(t -> t != Trouble.OFFLINE && t.stops.isPresent())) {
            copy.remove(Trouble.OFFLINE);
        }
        troubles = Collections.unmodifiableSet(copy);
    }

    /** All this is the matter. */
    public static PrinterCondition of(Trouble... troubles) {
        return new PrinterCondition(Set.copyOf(Arrays.asList(troubles)));
    }

    /** Whether this is the matter. */
    public boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    /** Reads the first three of the four bytes of Automatic Status Back. */
    static PrinterCondition of(int first, int second, int third) {
        Bits bits = new Bits();
        bits.add(first, 0x08, Trouble.OFFLINE);
        bits.add(first, 0x20, Trouble.COVER_OPEN);
        bits.add(second, 0x04, Trouble.JAMMED);
        bits.add(second, 0x08, Trouble.CUTTER_ERROR);
        bits.add(second, 0x20, Trouble.BROKEN);
        bits.add(second, 0x40, Trouble.OVERHEATED);
        bits.add(third, 0x03, Trouble.PAPER_NEAR_END);
        bits.add(third, 0x0c, Trouble.PAPER_OUT);
        return bits.condition();
    }

    /** Reads the answers to {@code DLE EOT} 1 to 4. */
    static PrinterCondition ofRealTime(int[] answers) {
        Bits bits = new Bits();
        bits.add(answers[0], 0x08, Trouble.OFFLINE);
        bits.add(answers[1], 0x04, Trouble.COVER_OPEN);
        bits.add(answers[1], 0x20, Trouble.PAPER_OUT);
        bits.add(answers[2], 0x04, Trouble.JAMMED);
        bits.add(answers[2], 0x08, Trouble.CUTTER_ERROR);
        bits.add(answers[2], 0x20, Trouble.BROKEN);
        bits.add(answers[2], 0x40, Trouble.OVERHEATED);
        bits.add(answers[3], 0x0c, Trouble.PAPER_NEAR_END);
        bits.add(answers[3], 0x60, Trouble.PAPER_OUT);
        return bits.condition();
    }

    /**
     * The answer to {@code DLE EOT} n.
     *
     * @param n 1 printer, 2 cause of being off line, 3 error, 4 paper
     */
    public byte realTime(int n) {
        int bits =
                switch (n) {
                    case 1 -> bit(blocked().isPresent(), 0x08);
                    case 2 ->
                            bit(has(Trouble.COVER_OPEN), 0x04)
                                    | bit(has(Trouble.PAPER_OUT), 0x20)
                                    | bit(error() != 0, 0x40);
                    case 3 -> error();
                    case 4 ->
                            bit(has(Trouble.PAPER_NEAR_END), 0x0c)
                                    | bit(has(Trouble.PAPER_OUT), 0x60);
                    default -> 0;
                };
        return (byte) (0x12 | bits);
    }

    /** The four bytes of Automatic Status Back. */
    public byte[] bytes() {
        return new byte[] {
            (byte) (0x10 | bit(blocked().isPresent(), 0x08) | bit(has(Trouble.COVER_OPEN), 0x20)),
            (byte) error(),
            paper(),
            0x0f
        };
    }

    /** The answer to {@code GS r 1}, which is also the third byte of Automatic Status Back. */
    public byte paper() {
        return (byte) (bit(has(Trouble.PAPER_NEAR_END), 0x03) | bit(has(Trouble.PAPER_OUT), 0x0c));
    }

    /** Why nothing can be printed, the cause that a person sees first. */
    public Optional<Reason> blocked() {
        return troubles.stream().flatMap(t -> t.stops.stream()).findFirst();
    }

    private int error() {
        return bit(has(Trouble.JAMMED), 0x04)
                | bit(has(Trouble.CUTTER_ERROR), 0x08)
                | bit(has(Trouble.BROKEN), 0x20)
                | bit(has(Trouble.OVERHEATED), 0x40);
    }

    private static int bit(boolean set, int mask) {
        return set ? mask : 0;
    }

    /** Gathers what single bits say. */
    private static final class Bits {
        private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

        void add(int answer, int mask, Trouble trouble) {
            if ((answer & mask) != 0) {
                troubles.add(trouble);
            }
        }

        PrinterCondition condition() {
            return new PrinterCondition(troubles);
        }
    }
}
