package io.guidepost.devices.terminal.nexo;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Sale-to-POI message in its JSON form: {@code {"SaleToPOIRequest": {"MessageHeader": …,
 * "PaymentRequest": …}}}.
 *
 * @param type request or response
 * @param category what it is about, for example {@code Payment}
 * @param serviceId joins a request and its response; 1 to 10 characters
 * @param saleId the kiosk
 * @param poiId the terminal
 * @param body the object named after category and type
 */
public record NexoMessage(
        Type type, String category, String serviceId, String saleId, String poiId, JsonNode body) {

    /** Which way a message goes. */
    public enum Type {
        REQUEST("Request"),
        RESPONSE("Response");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    private static final String PROTOCOL_VERSION = "3.1";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    /** A new object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The response to this request. */
    public NexoMessage response(JsonNode responseBody) {
        return new NexoMessage(Type.RESPONSE, category, serviceId, saleId, poiId, responseBody);
    }

    /** As bytes, without the length before them. */
    public byte[] bytes() {
        ObjectNode message = object();
        ObjectNode content = message.putObject("SaleToPOI" + type.word);
        content.set("MessageHeader", header());
        content.set(category + type.word, body);
        return JSON.writeValueAsBytes(message);
    }

    /** The header alone. */
    public ObjectNode header() {
        return object().put("MessageClass", "Service")
                .put("MessageCategory", category)
                .put("MessageType", type.word)
                .put("ProtocolVersion", PROTOCOL_VERSION)
                .put("ServiceID", serviceId)
                .put("SaleID", saleId)
                .put("POIID", poiId);
    }

    /** Reads a message; an answer that is none is an error of the line. */
    public static NexoMessage parse(byte[] bytes) throws IOException {
        JsonNode message;
        try {
            message = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new IOException("a message that is not JSON", e);
        }
        for (Type type : Type.values()) {
            JsonNode content = message.path("SaleToPOI" + type.word);
            if (content.isObject()) {
                JsonNode header = content.path("MessageHeader");
                String category = text(header, "MessageCategory");
                return new NexoMessage(
                        type,
                        category,
                        text(header, "ServiceID"),
                        text(header, "SaleID"),
                        text(header, "POIID"),
                        content.path(category + type.word));
            }
        }
        throw new IOException("a message that is neither SaleToPOIRequest nor SaleToPOIResponse");
    }

    /** A text field, empty where there is none. */
    public static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** Reads any JSON object, such as a line of a journal. */
    public static JsonNode json(String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IOException("not JSON", e);
        }
    }
}
