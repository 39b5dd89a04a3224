package io.guidepost.backend.broker;

import io.guidepost.contract.id.GroupId;
import java.util.Optional;

/** Who may connect to the broker as a kiosk. Called on a thread that may block. */
@FunctionalInterface
public interface KioskGate {
    /**
     * The group of the kiosk where name and password belong together.
     *
     * @param kiosk as the client gave it, not yet checked in any way
     */
    Optional<GroupId> authenticate(String kiosk, String password);
}
