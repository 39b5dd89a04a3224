package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoAmount;
import io.guidepost.devices.terminal.nexo.NexoMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulated terminal remembers: the answer to each request and the money it took, across its
 * restarts.
 */
final class TerminalLedger implements AutoCloseable {
    private final TerminalJournal journal;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final List<Charge> charges = new ArrayList<>();

    TerminalLedger(Path path) throws IOException {
        this.journal = new TerminalJournal(path);
        for (JsonNode entry : journal.before()) {
            apply(entry);
        }
        // Whatever ran when the power went off was not charged: a charge is written before anything
        // else happens.
        running.clear();
    }

    /** Notes that a request has begun. */
    synchronized void begin(NexoMessage request) throws IOException {
        write("begun", request, NexoMessage.object());
    }

    /** Notes a request's answer; an approval is a charge, a reversal gives one back. */
    synchronized void end(NexoMessage request, JsonNode answer) throws IOException {
        write("ended", request, answer);
    }

    /** The answer to an earlier request. */
    synchronized Optional<JsonNode> answer(String category, String saleId, String serviceId) {
        return Optional.ofNullable(answers.get(category + "/" + saleId + "/" + serviceId));
    }

    synchronized boolean isRunning(String category, String saleId, String serviceId) {
        return running.contains(category + "/" + saleId + "/" + serviceId);
    }

    synchronized List<Charge> charges() {
        return List.copyOf(charges);
    }

    synchronized Optional<Charge> charge(String terminalTransactionId) {
        return charges.stream()
                .filter(c -> c.terminalTransactionId().equals(terminalTransactionId))
                .findFirst();
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }

    private void write(String event, NexoMessage request, JsonNode answer) throws IOException {
        ObjectNode entry =
                NexoMessage.object()
                        .put("event", event)
                        .put(
                                "key",
                                request.category()
                                        + "/"
                                        + request.saleId()
                                        + "/"
                                        + request.serviceId())
                        .put("category", request.category());
        entry.set("answer", answer);
        journal.append(entry);
        apply(entry);
    }

    private void apply(JsonNode entry) throws IOException {
        String key = text(entry, "key");
        if (text(entry, "event").equals("begun")) {
            running.add(key);
            return;
        }
        running.remove(key);
        JsonNode answer = entry.path("answer");
        answers.put(key, answer);
        String result = text(answer.path("Response"), "Result");
        if (result.equals("Success") || result.equals("Partial")) {
            if (text(entry, "category").equals("Payment")) {
                charges.add(charged(answer));
            } else {
                giveBack(answer);
            }
        }
    }

    private static Charge charged(JsonNode answer) throws IOException {
        JsonNode amounts = answer.path("PaymentResult").path("AmountsResp");
        String currency = text(amounts, "Currency");
        return new Charge(
                text(answer.path("SaleData").path("SaleTransactionID"), "TransactionID"),
                NexoAmount.toMinor(amounts.path("AuthorizedAmount"), currency),
                currency,
                text(answer.path("POIData").path("POITransactionID"), "TransactionID"),
                0);
    }

    private void giveBack(JsonNode answer) throws IOException {
        String original =
                text(
                        answer.path("OriginalPOITransaction").path("POITransactionID"),
                        "TransactionID");
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            if (charge.terminalTransactionId().equals(original)) {
                charges.set(
                        i,
                        charge.reversed(
                                NexoAmount.toMinor(
                                        answer.path("ReversedAmount"), charge.currency())));
            }
        }
    }
}
