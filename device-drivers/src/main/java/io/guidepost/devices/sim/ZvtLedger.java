package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoMessage;
import io.guidepost.devices.terminal.zvt.Bmp;
import io.guidepost.devices.terminal.zvt.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a simulated ZVT terminal remembers across its restarts: every receipt, and thereby the money
 * it took and gave back. Like a real one it knows no id of the till's.
 */
final class ZvtLedger implements AutoCloseable {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MMddHHmmss");
    private static final int LAST_RECEIPT = 9999;

    /**
     * One receipt.
     *
     * @param original the receipt that is given back, 0 for a payment
     * @param clock MMDDHHMMSS
     */
    record Receipt(
            int number,
            int trace,
            int result,
            long amountMinor,
            String currency,
            int original,
            String clock) {

        boolean done() {
            return result == 0;
        }

        /** As status information. */
        Fields fields() {
            return Fields.NONE
                    .with(Bmp.RESULT, new byte[] {(byte) result})
                    .with(Bmp.AMOUNT, amountMinor)
                    .with(Bmp.CURRENCY, Currency.getInstance(currency).getNumericCode())
                    .with(Bmp.RECEIPT, number)
                    .with(Bmp.TRACE, trace)
                    .with(Bmp.DATE, Long.parseLong(clock.substring(0, 4)))
                    .with(Bmp.TIME, Long.parseLong(clock.substring(4)));
        }
    }

    private final TerminalJournal journal;
    private final List<Receipt> receipts = new ArrayList<>();
    private int next = 1;
    private boolean lastForgotten;

    ZvtLedger(Path path) throws IOException {
        this.journal = new TerminalJournal(path);
        for (JsonNode entry : journal.before()) {
            Receipt receipt =
                    new Receipt(
                            entry.path("receipt").asInt(),
                            entry.path("trace").asInt(),
                            entry.path("result").asInt(),
                            entry.path("amount").asLong(),
                            text(entry, "currency"),
                            entry.path("original").asInt(),
                            text(entry, "clock"));
            receipts.add(receipt);
            next = receipt.number() % LAST_RECEIPT + 1;
        }
    }

    /** Notes a transaction, on disk before anybody hears of it. */
    synchronized Receipt add(int result, long amountMinor, String currency, int original)
            throws IOException {
        Receipt receipt =
                new Receipt(
                        next,
                        receipts.size() + 1,
                        result,
                        amountMinor,
                        currency,
                        original,
                        LocalDateTime.now(ZoneId.systemDefault()).format(CLOCK));
        journal.append(
                NexoMessage.object()
                        .put("receipt", receipt.number())
                        .put("trace", receipt.trace())
                        .put("result", result)
                        .put("amount", amountMinor)
                        .put("currency", currency)
                        .put("original", original)
                        .put("clock", receipt.clock()));
        receipts.add(receipt);
        next = receipt.number() % LAST_RECEIPT + 1;
        lastForgotten = false;
        return receipt;
    }

    /** The number of the next receipt, for a test of what comes after the last one. */
    synchronized void setNext(int number) {
        if (number < 1 || number > LAST_RECEIPT) {
            throw new IllegalArgumentException("number must be 1 to " + LAST_RECEIPT);
        }
        next = number;
    }

    /** The end of day empties what can be repeated. */
    synchronized void forgetLast() {
        lastForgotten = true;
    }

    synchronized Optional<Receipt> last() {
        return receipts.isEmpty() || lastForgotten
                ? Optional.empty()
                : Optional.of(receipts.getLast());
    }

    /** The latest payment with this receipt number that was carried out. */
    synchronized Optional<Receipt> payment(int number) {
        return receipts.stream()
                .filter(r -> r.number() == number && r.done() && r.original() == 0)
                .reduce((_, later) -> later);
    }

    synchronized boolean givenBack(Receipt payment) {
        return receipts.stream().anyMatch(r -> r.done() && r.original() == payment.number());
    }

    /** All money taken, in order. */
    synchronized List<Charge> charges() {
        return receipts.stream()
                .filter(r -> r.done() && r.original() == 0)
                .map(
                        r ->
                                new Charge(
                                        "",
                                        r.amountMinor(),
                                        r.currency(),
                                        String.format(Locale.ROOT, "%04d", r.number()),
                                        givenBack(r) ? r.amountMinor() : 0))
                .toList();
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
