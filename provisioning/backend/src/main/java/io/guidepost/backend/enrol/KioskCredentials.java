package io.guidepost.backend.enrol;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;

/**
 * What a new kiosk signs in with, over MQTT and HTTP. Given out once; the backend keeps a digest
 * only.
 *
 * @param secret 43 characters, base64url of 256 random bits
 */
public record KioskCredentials(KioskId id, GroupId group, String secret) {
    /** Without the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "KioskCredentials[" + id + ", " + group + "]";
    }
}
