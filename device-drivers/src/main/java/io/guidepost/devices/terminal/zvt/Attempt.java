package io.guidepost.devices.terminal.zvt;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A payment or a reversal that was sent to the terminal, and what is known of it.
 *
 * @param id the payment's or the reversal's
 * @param about the payment that a reversal gives back; for a payment its own id
 * @param amountMinor what was asked, in minor units
 * @param currency ISO 4217
 * @param after the terminal's last transaction before it, where that was known
 * @param told what the terminal said of it
 * @param end how it ended, once there is nothing more to find out
 */
record Attempt(
        UUID id,
        UUID about,
        long amountMinor,
        String currency,
        Optional<Mark> after,
        Optional<Told> told,
        Optional<Ended> end) {

    /**
     * What the terminal said of a transaction.
     *
     * @param result 0 where it was carried out; empty where the terminal did not say
     * @param authorisation empty where there is none
     * @param pan the masked card number; in memory only, never in the book
     */
    record Told(
            Mark mark,
            OptionalInt result,
            long amountMinor,
            String currency,
            String authorisation,
            Optional<String> pan) {

        /** Whether the terminal said that it was carried out. */
        boolean done() {
            return result.isPresent() && result.getAsInt() == ResultCode.DONE;
        }

        /** Whether the terminal said that it was not. */
        boolean failed() {
            return result.isPresent() && result.getAsInt() != ResultCode.DONE;
        }
    }

    /**
     * How it ended.
     *
     * @param code the terminal's result code
     */
    record Ended(End how, int code) {}

    /** The ends there are. */
    enum End {
        /** The payment took what was asked, or the reversal gave it back. */
        DONE,
        /** Something else than was asked was taken, and has to be given back. */
        TAKEN,
        /** Nothing was carried out. */
        FAILED,
        /** Less than was asked was taken, and given back. */
        PARTIAL_GIVEN_BACK,
        /** Something else was taken, and given back. */
        WRONG_GIVEN_BACK,
        /** The terminal said that it was carried out, and then that it broke it off. */
        CONTRADICTED
    }

    Attempt with(Told newer) {
        return new Attempt(id, about, amountMinor, currency, after, Optional.of(newer), end);
    }

    Attempt with(Ended known) {
        return new Attempt(id, about, amountMinor, currency, after, told, Optional.of(known));
    }

    /** Whether a transaction of the terminal has the amount that was asked. */
    boolean fits(StatusInformation status) {
        return status.amountMinor().isPresent()
                && status.amountMinor().getAsLong() == amountMinor
                && status.currency().orElse(currency).equals(currency);
    }

    /** Whether it may still be stopped: the terminal has neither carried it out nor ended it. */
    boolean undecided() {
        return end.isEmpty() && told.filter(Told::done).isEmpty();
    }

    /** Whether this is a reversal. */
    boolean givesBack() {
        return !id.equals(about);
    }

    /** Whether the terminal took or gave back exactly what was asked. */
    boolean asAsked() {
        return told.isPresent()
                && told.get().amountMinor() == amountMinor
                && told.get().currency().equals(currency);
    }

    /** What the terminal said, in the form that is kept; nothing where it names no receipt. */
    Optional<Told> kept(StatusInformation status) {
        return Mark.of(status)
                .map(
                        mark ->
                                new Told(
                                        mark,
                                        status.result(),
                                        status.amountMinor().orElse(0),
                                        status.currency().orElse(currency),
                                        status.authorisation(),
                                        status.pan()));
    }
}
