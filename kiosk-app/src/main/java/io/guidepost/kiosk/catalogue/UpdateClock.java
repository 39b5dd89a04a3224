package io.guidepost.kiosk.catalogue;

import java.time.Instant;
import java.util.Optional;

/** When the replica was last known to be what the backend has. Thread-safe, never blocks. */
public interface UpdateClock {
    /** Empty where it never was. */
    Optional<Instant> confirmedAt();
}
