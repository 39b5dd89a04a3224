package io.guidepost.contract.topic;

import io.guidepost.contract.id.KioskId;
import java.time.Instant;
import java.util.UUID;

/**
 * A message with its CloudEvents 1.0 attributes in binary mode: id, source and type travel as user
 * properties {@code ce_id}, {@code ce_source}, {@code ce_type}, {@code ce_time}, {@code
 * ce_specversion}; the payload is JSON, here as text.
 *
 * @param id UUIDv7, given when the outbox row is written and never on retry
 * @param source the kiosk
 * @param type such as {@code io.guidepost.payment-captured}
 */
public record Envelope(UUID id, KioskId source, String type, Instant time, String data) {
    public static final String SPEC_VERSION = "1.0";
    public static final String TYPE_PREFIX = "io.guidepost.";
    public static final String CONTENT_TYPE = "application/json";

    /**
     * User property that carries the Ed25519 signature of a document, base64url, over exactly the
     * payload's bytes.
     */
    public static final String SIGNATURE_PROPERTY = "sig";

    /** User property that names the key of {@link #SIGNATURE_PROPERTY}. */
    public static final String KEY_ID_PROPERTY = "kid";

    /**
     * User property of a response: {@link #REPLY_OK} where the payload is the request's reply type,
     * {@link #REPLY_FAILED} where it is {@code Reply.Failed}.
     */
    public static final String REPLY_PROPERTY = "reply";

    public static final String REPLY_OK = "ok";
    public static final String REPLY_FAILED = "failed";
}
