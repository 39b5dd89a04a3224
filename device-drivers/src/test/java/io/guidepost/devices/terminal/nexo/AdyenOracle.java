package io.guidepost.devices.terminal.nexo;

import com.adyen.model.terminal.TerminalAPIRequest;
import com.adyen.model.terminal.TerminalAPIResponse;
import com.adyen.terminal.serialization.TerminalAPIGsonBuilder;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What Adyen's library, written by others from the same standard, makes of a message: it must know
 * every field and value, and none may be missing that the standard wants.
 */
final class AdyenOracle {
    private static final Gson GSON = TerminalAPIGsonBuilder.create();

    /**
     * Fields that must be there wherever their parent is: nexo Sale to POI Protocol 3.1, message
     * descriptions, multiplicity [1..1] or [1..n].
     */
    private static final Map<String, List<String>> NEEDED =
            Map.ofEntries(
                    Map.entry(
                            "MessageHeader",
                            List.of(
                                    "MessageClass",
                                    "MessageCategory",
                                    "MessageType",
                                    "ServiceID",
                                    "SaleID",
                                    "POIID")),
                    Map.entry(
                            "LoginRequest",
                            List.of("DateTime", "SaleSoftware", "OperatorLanguage")),
                    Map.entry("SaleSoftware", software()),
                    Map.entry("POISystemData", List.of("DateTime", "POISoftware")),
                    Map.entry("POISoftware", software()),
                    Map.entry(
                            "POITerminalData",
                            List.of("TerminalEnvironment", "POICapabilities", "POISerialNumber")),
                    Map.entry("PaymentRequest", List.of("SaleData", "PaymentTransaction")),
                    Map.entry("SaleData", List.of("SaleTransactionID")),
                    Map.entry("SaleTransactionID", List.of("TransactionID", "TimeStamp")),
                    Map.entry("POITransactionID", List.of("TransactionID", "TimeStamp")),
                    Map.entry("POIData", List.of("POITransactionID")),
                    Map.entry("PaymentTransaction", List.of("AmountsReq")),
                    Map.entry("AmountsReq", List.of("Currency")),
                    Map.entry("AmountsResp", List.of("AuthorizedAmount")),
                    Map.entry("PaymentInstrumentData", List.of("PaymentInstrumentType")),
                    Map.entry("PaymentAcquirerData", List.of("MerchantID", "AcquirerPOIID")),
                    Map.entry("PaymentResponse", List.of("Response", "SaleData", "POIData")),
                    Map.entry("LoginResponse", List.of("Response")),
                    Map.entry("DiagnosisResponse", List.of("Response")),
                    Map.entry("TransactionStatusResponse", List.of("Response")),
                    Map.entry(
                            "ReversalRequest", List.of("OriginalPOITransaction", "ReversalReason")),
                    Map.entry("ReversalResponse", List.of("Response")),
                    Map.entry("Response", List.of("Result")),
                    Map.entry(
                            "RepeatedMessageResponse",
                            List.of("MessageHeader", "RepeatedResponseMessageBody")),
                    Map.entry("AbortRequest", List.of("MessageReference", "AbortReason")),
                    Map.entry("POIStatus", List.of("GlobalStatus")));

    private AdyenOracle() {}

    private static List<String> software() {
        return List.of("ManufacturerID", "ApplicationName", "SoftwareVersion", "CertificationCode");
    }

    /** What is wrong with the message; empty when nothing is. */
    static List<String> problems(byte[] message) throws IOException {
        String text = new String(message, StandardCharsets.UTF_8);
        JsonNode ours = NexoMessage.json(text);
        JsonNode theirs =
                NexoMessage.json(
                        ours.has("SaleToPOIRequest")
                                ? GSON.toJson(GSON.fromJson(text, TerminalAPIRequest.class))
                                : GSON.toJson(GSON.fromJson(text, TerminalAPIResponse.class)));
        List<String> problems = new ArrayList<>();
        Map<String, String> written = leaves(ours);
        Map<String, String> understood = leaves(theirs);
        written.forEach(
                (path, value) -> {
                    if (!understood.containsKey(path)) {
                        problems.add(path + " = " + value + " is not known");
                    } else if (!same(value, understood.getOrDefault(path, ""))) {
                        problems.add(path + " = " + value + " became " + understood.get(path));
                    }
                });
        missing("", ours, problems);
        return problems;
    }

    /** Reads a terminal's answer as a program would that uses their library. */
    static TerminalAPIResponse answer(byte[] message) {
        return GSON.fromJson(
                new String(message, StandardCharsets.UTF_8), TerminalAPIResponse.class);
    }

    static byte[] bytes(TerminalAPIRequest request) {
        return GSON.toJson(request).getBytes(StandardCharsets.UTF_8);
    }

    private static void missing(String path, JsonNode node, List<String> problems) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = path + "/" + field.getKey();
            for (String needed : NEEDED.getOrDefault(field.getKey(), List.of())) {
                if (field.getValue().path(needed).isMissingNode()) {
                    problems.add(name + "/" + needed + " is missing");
                }
            }
            missing(name, field.getValue(), problems);
        }
        if (node.path("Response").path("Result").asString("").equals("Failure")
                && node.path("Response").path("ErrorCondition").isMissingNode()) {
            problems.add(path + "/Response/ErrorCondition is missing");
        }
    }

    private static Map<String, String> leaves(JsonNode node) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", node, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(f -> collect(path + "/" + f.getKey(), f.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.path(i), leaves);
            }
        } else if (node.isNumber()) {
            leaves.put(path, node.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            leaves.put(path, node.asString(""));
        }
    }

    private static boolean same(String a, String b) {
        return a.equals(b) || instant(a).equals(instant(b));
    }

    private static String instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
        } catch (DateTimeParseException _) {
            return text;
        }
    }
}
