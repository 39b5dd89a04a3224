package io.guidepost.devices.terminal.nexo;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.PaymentOutcome;
import io.guidepost.devices.PaymentOutcome.Approved;
import io.guidepost.devices.PaymentOutcome.DeclineReason;
import io.guidepost.devices.PaymentOutcome.Declined;
import io.guidepost.devices.PaymentOutcome.Unknown;
import io.guidepost.devices.ReversalOrder;
import io.guidepost.devices.ReversalOutcome;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bodies of a terminal's answers. What cannot be understood is unknown, never declined.
 */
final class NexoAnswers {
    private NexoAnswers() {}

    static boolean succeeded(JsonNode body) {
        String result = result(body);
        return result.equals("Success") || result.equals("Partial");
    }

    static String result(JsonNode body) {
        return text(body.path("Response"), "Result");
    }

    static String errorCondition(JsonNode body) {
        return text(body.path("Response"), "ErrorCondition");
    }

    /**
     * Whether the terminal has ended this kiosk's login: it refuses a request for that, or names in
     * a diagnosis who is logged in and leaves this kiosk out.
     */
    static boolean loggedOut(JsonNode body, String saleId) {
        JsonNode loggedIn = body.path("LoggedSaleID");
        return errorCondition(body).equals("LoggedOut")
                || (loggedIn.isArray()
                        && loggedIn.valueStream().noneMatch(id -> id.asString("").equals(saleId)));
    }

    /**
     * Whether the answer is about this payment or reversal and no other. A payment's answer names
     * its sale transaction; a reversal's has no place for it (nexo Retailer Protocol 3.1,
     * ReversalResponse) and is joined to its request by the header alone.
     */
    static boolean isAbout(JsonNode body, String category, UUID id) {
        String named = text(body.path("SaleData").path("SaleTransactionID"), "TransactionID");
        return named.equals(id.toString()) || (named.isEmpty() && category.equals("Reversal"));
    }

    static Told payment(JsonNode body, PaymentOrder order) {
        if (!isAbout(body, "Payment", order.paymentId())) {
            return unknown("the terminal answered about another payment");
        }
        if (succeeded(body)) {
            return approved(body, order);
        }
        return result(body).equals("Failure")
                ? new Told.Clear(failed(errorCondition(body)))
                : unknown("the terminal's answer has no result");
    }

    private static Told approved(JsonNode body, PaymentOrder order) {
        JsonNode result = body.path("PaymentResult");
        JsonNode amounts = result.path("AmountsResp");
        String currency = text(amounts, "Currency");
        long taken;
        try {
            taken = NexoAmount.toMinor(amounts.path("AuthorizedAmount"), currency);
        } catch (IOException _) {
            return unknown("the terminal approved, but not an amount that can be read");
        }
        if (taken < 1) {
            return unknown("the terminal approved nothing");
        }
        boolean wanted = currency.equals(order.currency());
        if (wanted && (taken < order.amountMinor() || result(body).equals("Partial"))) {
            return new Told.Wrong(DeclineReason.PARTIAL_APPROVAL, taken, currency);
        }
        if (!wanted || taken > order.amountMinor()) {
            return new Told.Wrong(DeclineReason.WRONG_AMOUNT, taken, currency);
        }
        return new Told.Clear(
                new Approved(
                        taken,
                        currency,
                        text(result.path("PaymentAcquirerData"), "ApprovalCode"),
                        text(poiTransaction(body), "TransactionID"),
                        maskedPan(result.path("PaymentInstrumentData").path("CardData"))));
    }

    /** The standard writes MaskedPAN, some terminals MaskedPan. */
    private static Optional<String> maskedPan(JsonNode card) {
        String pan = text(card, "MaskedPAN");
        return Optional.of(pan.isEmpty() ? text(card, "MaskedPan") : pan).filter(p -> !p.isEmpty());
    }

    private static Told unknown(String reason) {
        return new Told.Clear(new Unknown(reason));
    }

    /** ErrorCondition, nexo Retailer Protocol 3.1, data dictionary. */
    private static PaymentOutcome failed(String condition) {
        return switch (condition) {
            case "Refusal", "WrongPIN", "InvalidCard", "PaymentRestriction", "UnreachableHost" ->
                    new Declined(DeclineReason.REFUSED);
            case "Aborted", "Cancel" -> new Declined(DeclineReason.CANCELLED);
            case "Busy" -> new Declined(DeclineReason.BUSY);
            case "InsertedCard" -> new Declined(DeclineReason.CARD_LEFT_IN);
            case "DeviceOut",
                    "LoggedOut",
                    "MessageFormat",
                    "NotAllowed",
                    "UnavailableDevice",
                    "UnavailableService" ->
                    new Declined(DeclineReason.NOT_ACCEPTED);
            default -> new Unknown(failedWith(condition));
        };
    }

    static ReversalOutcome reversal(JsonNode body, ReversalOrder order) {
        if (!isAbout(body, "Reversal", order.reversalId())) {
            return new ReversalOutcome.Unknown("the terminal answered about another reversal");
        }
        if (succeeded(body)) {
            return reversed(body, order);
        }
        return result(body).equals("Failure")
                ? notReversed(errorCondition(body))
                : new ReversalOutcome.Unknown("the terminal's answer has no result");
    }

    /**
     * Only what the terminal did not begin or refused is certain to have given nothing back: on
     * that word another reversal is made, and after any other it could give back twice.
     */
    private static ReversalOutcome notReversed(String condition) {
        return switch (condition) {
            case "Aborted",
                    "Busy",
                    "Cancel",
                    "DeviceOut",
                    "LoggedOut",
                    "MessageFormat",
                    "NotAllowed",
                    "Refusal",
                    "UnavailableDevice",
                    "UnavailableService" ->
                    new ReversalOutcome.NotReversed(condition);
            default -> new ReversalOutcome.Unknown(failedWith(condition));
        };
    }

    private static String failedWith(String condition) {
        return "the terminal failed with " + (condition.isEmpty() ? "no reason" : condition);
    }

    /** The terminal's amount counts; it may only be left out where all was given back. */
    private static ReversalOutcome reversed(JsonNode body, ReversalOrder order) {
        JsonNode amount = body.path("ReversedAmount");
        if (amount.isMissingNode() && result(body).equals("Partial")) {
            return new ReversalOutcome.Unknown("the terminal reversed a part and not how much");
        }
        try {
            long minor =
                    amount.isMissingNode()
                            ? order.amountMinor()
                            : NexoAmount.toMinor(amount, order.currency());
            return minor < 1 || minor > order.amountMinor()
                    ? new ReversalOutcome.Unknown("the terminal reversed an amount that cannot be")
                    : new ReversalOutcome.Reversed(
                            minor, order.currency(), text(poiTransaction(body), "TransactionID"));
        } catch (IOException _) {
            return new ReversalOutcome.Unknown(
                    "the terminal reversed, but not an amount that can be read");
        }
    }

    static JsonNode poiTransaction(JsonNode body) {
        return body.path("POIData").path("POITransactionID");
    }
}
