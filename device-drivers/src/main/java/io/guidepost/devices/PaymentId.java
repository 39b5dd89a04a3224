package io.guidepost.devices;

import java.util.UUID;

/** Names a payment at the terminal and everywhere else, for ever. */
public record PaymentId(UUID value) {

    /** A new one. */
    public static PaymentId random() {
        return new PaymentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
