package io.guidepost.backend.protocol;

import static io.guidepost.backend.protocol.Schemas.ordered;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.event.Ack;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.fleet.Birth;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.Presence;
import io.guidepost.contract.fleet.ServiceState;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.topic.Topics;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The AsyncAPI document that the contract's classes amount to. */
final class ProtocolDocument {
    private static final KioskId KIOSK = new KioskId("kiosk-placeholder");
    private static final GroupId GROUP = new GroupId("group-placeholder");
    private static final Topics TOPICS = new Topics(new TenantId("tenant-placeholder"));

    private final Schemas schemas = new Schemas();
    private final Map<String, Object> channels = new LinkedHashMap<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();
    private final Map<String, Object> messages = new LinkedHashMap<>();

    private ProtocolDocument() {}

    static Map<String, Object> build() {
        return new ProtocolDocument().all();
    }

    private Map<String, Object> all() {
        up(
                "presence",
                TOPICS.presence(KIOSK),
                Presence.class,
                Headers.NONE,
                "Retained; as online=false also the last will of the same connection.");
        up(
                "birth",
                TOPICS.birth(KIOSK),
                Birth.class,
                Headers.NONE,
                "Inventory, after each connect.");
        up(
                "telemetry-" + DeviceBatch.STREAM,
                TOPICS.telemetry(KIOSK, DeviceBatch.STREAM),
                DeviceBatch.class,
                Headers.NONE,
                "Each minute, and within 2 s of a change; expires after 1 d. Whole each time, so a"
                        + " gap in seq loses history only. At most "
                        + DeviceBatch.MOST_BYTES
                        + " bytes.");
        for (JsonSubTypes.Type type : KioskEvent.class.getAnnotation(JsonSubTypes.class).value()) {
            up(
                    "event-" + type.name(),
                    TOPICS.event(KIOSK, type.name()),
                    type.value(),
                    Headers.CLOUD_EVENT,
                    "Business event from the outbox; sent again until it is acknowledged.");
        }
        down(
                "ack",
                TOPICS.ack(KIOSK),
                Ack.class,
                Headers.NONE,
                "Application acknowledgement: the backend has committed these events.");
        for (Class<?> type : Request.class.getPermittedSubclasses()) {
            request((Class<?>) type);
        }
        down(
                "offers",
                TOPICS.offers(GROUP),
                OffersDocument.class,
                Headers.SIGNED,
                "Retained; one signed document per store group.");
        down(
                "inbox-state",
                TOPICS.serviceState(Topics.INBOX),
                ServiceState.class,
                Headers.NONE,
                "Retained; kiosks keep the outbox shut while it is not open.");
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title",
                        "Guidepost: kiosk and backend",
                        "version",
                        "1",
                        "description",
                        "MQTT 5, QoS 1 throughout. Payloads are JSON in UTF-8; unknown fields are"
                                + " skipped. At most "
                                + Topics.MAXIMUM_PACKET
                                + " bytes a packet."),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                ordered("messages", messages, "schemas", schemas.all()));
    }

    /** User properties of a message. */
    private enum Headers {
        NONE,
        CLOUD_EVENT,
        SIGNED,
        REPLY
    }

    private void up(String name, String topic, Class<?> type, Headers headers, String summary) {
        channel(name, topic, List.of(message(type, headers)), summary);
        operations.put(name, ordered("action", "receive", "channel", ref("channels", name)));
    }

    private void down(String name, String topic, Class<?> type, Headers headers, String summary) {
        channel(name, topic, List.of(message(type, headers)), summary);
        operations.put(name, ordered("action", "send", "channel", ref("channels", name)));
    }

    private void request(Class<?> type) {
        Request<?> example = example(type);
        String service = example.service();
        channel(
                "request-" + service,
                TOPICS.request(KIOSK, service),
                List.of(message(type, Headers.NONE)),
                "With correlation data; expires after 30 s.");
        channel(
                "response-" + service,
                TOPICS.response(KIOSK, service),
                List.of(
                        message(example.replyType(), Headers.REPLY),
                        message(Reply.Failed.class, Headers.REPLY)),
                "With the request's correlation data; reply tells which of the two it is.");
        operations.put(
                service,
                ordered(
                        "action", "receive",
                        "channel", ref("channels", "request-" + service),
                        "reply", ordered("channel", ref("channels", "response-" + service))));
    }

    private static Request<?> example(Class<?> type) {
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            Object[] none = new Object[type.getRecordComponents().length];
            for (int i = 0; i < none.length; i++) {
                none[i] = type.getRecordComponents()[i].getType() == int.class ? 1 : null;
            }
            return (Request<?>) constructor.newInstance(none);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a plain record", e);
        }
    }

    private void channel(String name, String topic, List<String> carried, String summary) {
        Map<String, Object> named = new LinkedHashMap<>();
        carried.forEach(m -> named.put(m, ref("components/messages", m)));
        String address =
                topic.replace("tenant-placeholder", "{tenant}")
                        .replace("kiosk-placeholder", "{kiosk}")
                        .replace("group-placeholder", "{group}");
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String parameter : List.of("tenant", "kiosk", "group")) {
            if (address.contains("{" + parameter + "}")) {
                parameters.put(parameter, ordered("description", "the " + parameter + "'s id"));
            }
        }
        channels.put(
                name,
                ordered(
                        "address", address,
                        "summary", summary,
                        "messages", named,
                        "parameters", parameters));
    }

    private String message(Class<?> type, Headers headers) {
        Map<String, Object> message = new LinkedHashMap<>();
        switch (headers) {
            case NONE -> {}
            case CLOUD_EVENT ->
                    message.put(
                            "headers",
                            texts("ce_id", "ce_source", "ce_type", "ce_time", "ce_specversion"));
            case SIGNED -> message.put("headers", texts("sig", "kid"));
            case REPLY -> message.put("headers", texts("reply"));
        }
        message.put("payload", schemas.of(type));
        messages.put(type.getSimpleName(), message);
        return type.getSimpleName();
    }

    private static Map<String, Object> texts(String... names) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : names) {
            properties.put(name, ordered("type", "string"));
        }
        return ordered("type", "object", "properties", properties, "required", List.of(names));
    }

    private static Map<String, Object> ref(String where, String name) {
        return ordered("$ref", "#/" + where + "/" + name);
    }
}
