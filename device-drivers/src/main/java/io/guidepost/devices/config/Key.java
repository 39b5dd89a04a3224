package io.guidepost.devices.config;

import java.util.Optional;

/**
 * A setting of a driver, as its documentation shows it.
 *
 * @param name behind {@code device.NAME.}
 * @param what it means, with unit and limits; English, no full stop
 * @param usual what holds when the key is missing; empty when it must be there
 */
public record Key(String name, String what, Optional<String> usual) {

    /** A key that must be there. */
    public static Key needed(String name, String what) {
        return new Key(name, what, Optional.empty());
    }

    /** A key that may be left out. */
    public static Key usual(String name, String what, String usual) {
        return new Key(name, what, Optional.of(usual));
    }
}
