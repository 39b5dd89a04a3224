package io.guidepost.kiosk.demo.bench;

import java.util.OptionalDouble;

/**
 * One number that was measured.
 *
 * @param name stays the same from version to version, such as {@code start.first-frame.ms}
 * @param what for people
 * @param value in {@code unit}
 * @param peer the same of the peer in the same run, where there is one
 * @param peerName what the peer is; empty without one
 */
record Figure(
        String name, String what, double value, String unit, OptionalDouble peer, String peerName) {

    static Figure of(String name, String what, double value, String unit) {
        return new Figure(name, what, value, unit, OptionalDouble.empty(), "");
    }

    Figure beside(String peerName, double peer) {
        return new Figure(name, what, value, unit, OptionalDouble.of(peer), peerName);
    }

    /** Ours divided by the peer's. */
    OptionalDouble ratio() {
        return peer.isPresent() && peer.getAsDouble() > 0
                ? OptionalDouble.of(value / peer.getAsDouble())
                : OptionalDouble.empty();
    }
}
