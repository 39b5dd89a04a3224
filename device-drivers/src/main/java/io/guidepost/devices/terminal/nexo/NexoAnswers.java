package io.guidepost.devices.terminal.nexo;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

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

    /** Whether the answer is about this payment or reversal and no other. */
    static boolean isAbout(JsonNode body, UUID id) {
        return text(body.path("SaleData").path("SaleTransactionID"), "TransactionID")
                .equals(id.toString());
    }

    static PaymentOutcome payment(JsonNode body, UUID id) {
        if (!isAbout(body, id)) {
            return new Unknown("the terminal answered about another payment");
        }
        if (succeeded(body)) {
            return approved(body);
        }
        return result(body).equals("Failure")
                ? failed(errorCondition(body))
                : new Unknown("the terminal's answer has no result");
    }

    private static PaymentOutcome approved(JsonNode body) {
        JsonNode result = body.path("PaymentResult");
        JsonNode amounts = result.path("AmountsResp");
        String currency = text(amounts, "Currency");
        String pan = text(result.path("PaymentInstrumentData").path("CardData"), "MaskedPan");
        try {
            return new Approved(
                    NexoAmount.toMinor(amounts.path("AuthorizedAmount"), currency),
                    currency,
                    text(result.path("PaymentAcquirerData"), "ApprovalCode"),
                    text(poiTransaction(body), "TransactionID"),
                    pan.isEmpty() ? Optional.empty() : Optional.of(pan));
        } catch (IOException _) {
            return new Unknown("the terminal approved, but not an amount that can be read");
        }
    }

    /** ErrorCondition, nexo Retailer Protocol 3.1, data dictionary. */
    private static PaymentOutcome failed(String condition) {
        return switch (condition) {
            case "Refusal", "WrongPIN", "InvalidCard", "PaymentRestriction", "UnreachableHost" ->
                    new Declined(DeclineReason.REFUSED);
            case "Aborted", "Cancel" -> new Declined(DeclineReason.CANCELLED);
            case "Busy" -> new Declined(DeclineReason.BUSY);
            case "DeviceOut",
                    "InsertedCard",
                    "LoggedOut",
                    "MessageFormat",
                    "NotAllowed",
                    "UnavailableDevice",
                    "UnavailableService" ->
                    new Declined(DeclineReason.NOT_ACCEPTED);
            default ->
                    new Unknown(
                            "the terminal failed with "
                                    + (condition.isEmpty() ? "no reason" : condition));
        };
    }

    static ReversalOutcome reversal(JsonNode body, ReversalOrder order) {
        if (!isAbout(body, order.reversalId())) {
            return new ReversalOutcome.Unknown("the terminal answered about another reversal");
        }
        if (succeeded(body)) {
            return reversed(body, order);
        }
        return result(body).equals("Failure")
                ? new ReversalOutcome.NotReversed(errorCondition(body))
                : new ReversalOutcome.Unknown("the terminal's answer has no result");
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
