package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies a simulated terminal answers with. */
final class TerminalAnswers {
    private TerminalAnswers() {}

    static ObjectNode success() {
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", "Success");
        return body;
    }

    static ObjectNode failure(String errorCondition) {
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", "Failure").put("ErrorCondition", errorCondition);
        return body;
    }

    static ObjectNode approved(JsonNode request) {
        ObjectNode body = success();
        body.set("SaleData", request.path("SaleData"));
        poiTransaction(body);
        JsonNode amounts = request.path("PaymentTransaction").path("AmountsReq");
        ObjectNode result = body.putObject("PaymentResult").put("PaymentType", "Normal");
        ObjectNode answered =
                result.putObject("AmountsResp").put("Currency", text(amounts, "Currency"));
        answered.set("AuthorizedAmount", amounts.path("RequestedAmount"));
        result.putObject("PaymentAcquirerData")
                .put("MerchantID", "SIMULATED")
                .put(
                        "ApprovalCode",
                        String.format(
                                Locale.ROOT,
                                "%06d",
                                ThreadLocalRandom.current().nextInt(1_000_000)));
        result.putObject("PaymentInstrumentData")
                .put("PaymentInstrumentType", "Card")
                .putObject("CardData")
                .put("PaymentBrand", "Simulated")
                .put("MaskedPan", "************4242");
        return body;
    }

    static ObjectNode refused(JsonNode request, String errorCondition) {
        ObjectNode body = failure(errorCondition);
        body.set("SaleData", request.path("SaleData"));
        poiTransaction(body);
        return body;
    }

    static ObjectNode reversed(JsonNode request) {
        ObjectNode body = success();
        body.set("SaleData", request.path("SaleData"));
        poiTransaction(body);
        body.set("OriginalPOITransaction", request.path("OriginalPOITransaction"));
        body.set("ReversedAmount", request.path("ReversedAmount"));
        return body;
    }

    /** Says an earlier answer again. */
    static ObjectNode repeated(
            NexoMessage status, String category, JsonNode reference, JsonNode answer) {
        ObjectNode body = success();
        body.set("MessageReference", reference);
        NexoMessage earlier =
                new NexoMessage(
                        NexoMessage.Type.RESPONSE,
                        category,
                        text(reference, "ServiceID"),
                        status.saleId(),
                        status.poiId(),
                        answer);
        ObjectNode repeated = body.putObject("RepeatedMessageResponse");
        repeated.set("MessageHeader", earlier.header());
        repeated.putObject("RepeatedResponseMessageBody").set(category + "Response", answer);
        return body;
    }

    static ObjectNode diagnosis(boolean busy) {
        ObjectNode body = success();
        body.putObject("POIStatus")
                .put("GlobalStatus", busy ? "Busy" : "OK")
                .put("CommunicationOKFlag", true);
        return body;
    }

    private static void poiTransaction(ObjectNode body) {
        body.putObject("POIData")
                .putObject("POITransactionID")
                .put("TransactionID", UUID.randomUUID().toString())
                .put("TimeStamp", Instant.now().toString());
    }
}
