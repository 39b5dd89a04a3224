package io.guidepost.backend.telemetry;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Envelope;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a received event turned out to be. */
sealed interface ParsedEvent {
    /** As the contract says. */
    record Good(UUID id, KioskEvent event) implements ParsedEvent {}

    /**
     * Not as the contract says.
     *
     * @param id where it could be read, so that the kiosk can be told not to send it again
     * @param reason names the field and never repeats its value
     */
    record Bad(Optional<UUID> id, String reason) implements ParsedEvent {}

    static ParsedEvent of(ReceivedEvent received) {
        Optional<UUID> id = uuid(received.properties().get("ce_id"));
        if (id.isEmpty()) {
            return new Bad(id, "ce_id: missing or not a UUID");
        }
        Optional<String> envelope = envelopeProblem(received);
        if (envelope.isPresent()) {
            return new Bad(id, envelope.get());
        }
        try {
            KioskEvent event = Json.read(received.data().bytes(), KioskEvent.class);
            return event.type().equals(received.type())
                    ? new Good(id.get(), event)
                    : new Bad(id, "event: is " + event.type() + ", the topic says otherwise");
        } catch (BadJson e) {
            return new Bad(id, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> envelopeProblem(ReceivedEvent received) {
        if (!Envelope.SPEC_VERSION.equals(received.properties().get("ce_specversion"))) {
            return Optional.of("ce_specversion: needs " + Envelope.SPEC_VERSION);
        }
        if (!received.kiosk().value().equals(received.properties().get("ce_source"))) {
            return Optional.of("ce_source: is not the kiosk of the topic");
        }
        if (!(Envelope.TYPE_PREFIX + received.type())
                .equals(received.properties().get("ce_type"))) {
            return Optional.of("ce_type: is not the type of the topic");
        }
        return Optional.empty();
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null || text.length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
