package io.guidepost.contract.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.UUID;

/** New identifiers. UUIDs are version 7 (RFC 9562): ordered by time, so that they index well. */
public final class Ids {
    private Ids() {}

    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * A short reference that people read aloud: eight of 32 letters and digits without I, L, O and
     * U, from secure random.
     */
    public static String newReference() {
        StringBuilder out = new StringBuilder(8);
        for (int i = 0; i < 8; i++) {
            out.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return out.toString();
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
}
