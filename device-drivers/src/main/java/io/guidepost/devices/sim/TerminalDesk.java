package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoAmount;
import io.guidepost.devices.terminal.nexo.NexoMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a simulated nexo terminal does with each request. Safe from any thread. */
final class TerminalDesk {

    /** An answer's body and what happens to it on its way. */
    record Reply(ObjectNode body, TerminalFault fault) {}

    private final TerminalLedger ledger;
    private final TerminalScript script;
    private final CardPad pad;
    private final Semaphore oneAtATime = new Semaphore(1);
    private final Set<String> loggedIn = ConcurrentHashMap.newKeySet();

    TerminalDesk(TerminalLedger ledger, TerminalScript script, CardPad pad) {
        this.ledger = ledger;
        this.script = script;
        this.pad = pad;
    }

    /** Ends every kiosk's login. */
    void logOut() {
        loggedIn.clear();
    }

    ObjectNode login(NexoMessage request) {
        loggedIn.add(request.saleId());
        return TerminalAnswers.loggedIn(poiStatus());
    }

    ObjectNode logout(NexoMessage request) {
        loggedIn.remove(request.saleId());
        return TerminalAnswers.success();
    }

    boolean knows(NexoMessage request) {
        return loggedIn.contains(request.saleId());
    }

    ObjectNode diagnosis() {
        return TerminalAnswers.diagnosis(poiStatus(), loggedIn);
    }

    private String poiStatus() {
        if (script.maintenance()) {
            return "Maintenance";
        }
        return oneAtATime.availablePermits() == 0 ? "Busy" : "OK";
    }

    void abort(NexoMessage request) {
        pad.abort(text(request.body().path("MessageReference"), "ServiceID"));
    }

    Reply pay(NexoMessage request) throws IOException, InterruptedException {
        Optional<WaitingPayment> asked = asked(request.body());
        if (asked.isEmpty()) {
            return refused(request, "MessageFormat");
        }
        TerminalBehaviour behaviour = script.takeBehaviour();
        return switch (behaviour) {
            case BUSY -> refused(request, "Busy");
            case CARD_LEFT_IN -> refused(request, "InsertedCard");
            case LOGGED_OUT -> {
                logOut();
                yield refused(request, "LoggedOut");
            }
            case BEGIN_LATE -> {
                Thread.sleep(script.lateness());
                yield new Reply(take(request, asked.get(), behaviour), TerminalFault.NONE);
            }
            case LOSE_REPLY -> new Reply(take(request, asked.get(), behaviour), TerminalFault.CUT);
            case SWALLOW_REPLY ->
                    new Reply(take(request, asked.get(), behaviour), TerminalFault.SILENT);
            case LATE_REPLY -> new Reply(take(request, asked.get(), behaviour), TerminalFault.LATE);
            case APPROVE, DECLINE, ASK, TIME_OUT, PARTIAL, WRONG_AMOUNT, WRONG_CURRENCY ->
                    new Reply(take(request, asked.get(), behaviour), TerminalFault.NONE);
        };
    }

    private ObjectNode take(NexoMessage request, WaitingPayment asked, TerminalBehaviour behaviour)
            throws IOException, InterruptedException {
        if (!oneAtATime.tryAcquire()) {
            return TerminalAnswers.refused(request.body(), "Busy");
        }
        try {
            ledger.begin(request);
            CardPad.Decision decision =
                    pad.decision(asked, request.serviceId(), behaviour, script.thinking());
            ObjectNode answer =
                    switch (decision) {
                        case APPROVED -> approved(request, asked, behaviour);
                        case REFUSED -> TerminalAnswers.refused(request.body(), "Refusal");
                        case ABORTED -> TerminalAnswers.refused(request.body(), "Aborted");
                        case POWER_OFF -> throw new IOException("switched off");
                    };
            ledger.end(request, answer);
            return answer;
        } finally {
            oneAtATime.release();
        }
    }

    private static ObjectNode approved(
            NexoMessage request, WaitingPayment asked, TerminalBehaviour behaviour) {
        long amount = asked.amountMinor();
        String currency = asked.currency();
        return switch (behaviour) {
            case PARTIAL -> TerminalAnswers.approved(request.body(), (amount + 1) / 2, currency);
            case WRONG_AMOUNT -> TerminalAnswers.approved(request.body(), amount + 1, currency);
            case WRONG_CURRENCY ->
                    TerminalAnswers.approved(
                            request.body(), amount, currency.equals("USD") ? "EUR" : "USD");
            case APPROVE,
                    DECLINE,
                    ASK,
                    TIME_OUT,
                    LOSE_REPLY,
                    SWALLOW_REPLY,
                    LATE_REPLY,
                    BUSY,
                    BEGIN_LATE,
                    LOGGED_OUT,
                    CARD_LEFT_IN ->
                    TerminalAnswers.approved(request.body(), amount, currency);
        };
    }

    private static Reply refused(NexoMessage request, String errorCondition) {
        return new Reply(
                TerminalAnswers.refused(request.body(), errorCondition), TerminalFault.NONE);
    }

    private static Optional<WaitingPayment> asked(JsonNode request) {
        JsonNode amounts = request.path("PaymentTransaction").path("AmountsReq");
        String currency = text(amounts, "Currency");
        try {
            return Optional.of(
                    new WaitingPayment(
                            text(
                                    request.path("SaleData").path("SaleTransactionID"),
                                    "TransactionID"),
                            NexoAmount.toMinor(amounts.path("RequestedAmount"), currency),
                            currency));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    ObjectNode status(NexoMessage request) throws InterruptedException {
        Thread.sleep(script.hesitation());
        JsonNode reference = request.body().path("MessageReference");
        String category = text(reference, "MessageCategory");
        String serviceId = text(reference, "ServiceID");
        if (ledger.isRunning(category, request.saleId(), serviceId)) {
            return TerminalAnswers.failure("InProgress");
        }
        return ledger.answer(category, request.saleId(), serviceId)
                .map(answer -> TerminalAnswers.repeated(request, category, reference, answer))
                .orElseGet(() -> TerminalAnswers.failure("NotFound"));
    }

    /** Gives money back, at most what was taken. */
    ObjectNode reverse(NexoMessage request) throws IOException {
        Optional<Charge> charge =
                ledger.charge(
                        text(
                                request.body()
                                        .path("OriginalPOITransaction")
                                        .path("POITransactionID"),
                                "TransactionID"));
        if (charge.isEmpty()) {
            return TerminalAnswers.failure("NotFound");
        }
        // Without an amount the whole is meant.
        JsonNode wanted = request.body().path("ReversedAmount");
        long amount =
                wanted.isMissingNode()
                        ? charge.get().amountMinor()
                        : NexoAmount.toMinor(wanted, charge.get().currency());
        boolean possible =
                amount > 0 && charge.get().reversedMinor() + amount <= charge.get().amountMinor();
        ObjectNode answer =
                possible
                        ? TerminalAnswers.reversed(
                                request.body(), NexoAmount.toNexo(amount, charge.get().currency()))
                        : TerminalAnswers.failure("NotAllowed");
        ledger.end(request, answer);
        return answer;
    }

    /** Refuses a reversal, and remembers that. */
    ObjectNode refuseReversal(NexoMessage request) throws IOException {
        ObjectNode answer = TerminalAnswers.failure("NotAllowed");
        ledger.end(request, answer);
        return answer;
    }
}
