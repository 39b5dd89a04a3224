package io.guidepost.devices.watchdog;

import java.util.Optional;

/** Something without which a kiosk is no use to anybody and only a restart helps. */
@FunctionalInterface
public interface Vital {
    /** What is wrong, for the technician; empty while all is well. Never waits. */
    Optional<String> trouble();
}
