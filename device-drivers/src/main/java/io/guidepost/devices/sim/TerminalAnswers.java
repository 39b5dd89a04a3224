package io.guidepost.devices.sim;

import static io.guidepost.devices.terminal.nexo.NexoMessage.text;

import io.guidepost.devices.terminal.nexo.NexoAmount;
import io.guidepost.devices.terminal.nexo.NexoMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies a simulated terminal answers with. */
final class TerminalAnswers {
    private TerminalAnswers() {}

    static ObjectNode success() {
        return response("Success");
    }

    static ObjectNode failure(String errorCondition) {
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", "Failure").put("ErrorCondition", errorCondition);
        return body;
    }

    /** Login: who this terminal is. */
    static ObjectNode loggedIn(String globalStatus) {
        ObjectNode body = success();
        ObjectNode system =
                body.putObject("POISystemData").put("DateTime", Instant.now().toString());
        system.putObject("POISoftware")
                .put("ManufacturerID", "Guidepost")
                .put("ApplicationName", "terminal-simulator")
                .put("SoftwareVersion", "1")
                .put("CertificationCode", "none");
        ObjectNode terminal =
                system.putObject("POITerminalData")
                        .put("TerminalEnvironment", "Unattended")
                        .put("POISerialNumber", "SIM-0001");
        terminal.putArray("POICapabilities")
                .add("ICC")
                .add("EMVContactless")
                .add("CustomerDisplay");
        system.set("POIStatus", poiStatus(globalStatus));
        return body;
    }

    /** An approval of this much, which a faulty terminal may have charged in place of the asked. */
    static ObjectNode approved(JsonNode request, long amountMinor, String currency) {
        JsonNode amounts = request.path("PaymentTransaction").path("AmountsReq");
        BigDecimal taken = NexoAmount.toNexo(amountMinor, currency);
        boolean less =
                text(amounts, "Currency").equals(currency)
                        && taken.compareTo(amounts.path("RequestedAmount").decimalValue()) < 0;
        ObjectNode body = response(less ? "Partial" : "Success");
        body.set("SaleData", request.path("SaleData"));
        poiTransaction(body);
        ObjectNode result =
                body.putObject("PaymentResult")
                        .put("PaymentType", "Normal")
                        .put("OnlineFlag", true);
        result.putObject("AmountsResp").put("Currency", currency).put("AuthorizedAmount", taken);
        result.putObject("PaymentAcquirerData")
                .put("MerchantID", "SIMULATED")
                .put("AcquirerPOIID", "SIM-0001")
                .put(
                        "ApprovalCode",
                        String.format(
                                Locale.ROOT,
                                "%06d",
                                ThreadLocalRandom.current().nextInt(1_000_000)));
        ObjectNode card =
                result.putObject("PaymentInstrumentData")
                        .put("PaymentInstrumentType", "Card")
                        .putObject("CardData")
                        .put("PaymentBrand", "Simulated")
                        .put("MaskedPan", "************4242");
        card.putArray("EntryMode").add("ICC");
        return body;
    }

    static ObjectNode refused(JsonNode request, String errorCondition) {
        ObjectNode body = failure(errorCondition);
        body.set("SaleData", request.path("SaleData"));
        poiTransaction(body);
        return body;
    }

    /** A reversal's answer has no sale data: the header alone joins it to its request. */
    static ObjectNode reversed(JsonNode request, BigDecimal amount) {
        ObjectNode body = success();
        poiTransaction(body);
        body.set("OriginalPOITransaction", request.path("OriginalPOITransaction"));
        body.put("ReversedAmount", amount);
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

    static ObjectNode diagnosis(String globalStatus, Collection<String> loggedIn) {
        ObjectNode body = success();
        ArrayNode sales = body.putArray("LoggedSaleID");
        loggedIn.forEach(sales::add);
        body.set("POIStatus", poiStatus(globalStatus));
        return body;
    }

    private static ObjectNode poiStatus(String global) {
        return NexoMessage.object()
                .put("GlobalStatus", global)
                .put("SecurityOKFlag", true)
                .put("PEDOKFlag", true)
                .put("CardReaderOKFlag", true)
                .put("CommunicationOKFlag", true);
    }

    private static ObjectNode response(String result) {
        ObjectNode body = NexoMessage.object();
        body.putObject("Response").put("Result", result);
        return body;
    }

    private static void poiTransaction(ObjectNode body) {
        body.putObject("POIData")
                .putObject("POITransactionID")
                .put("TransactionID", UUID.randomUUID().toString())
                .put("TimeStamp", Instant.now().toString());
    }
}
