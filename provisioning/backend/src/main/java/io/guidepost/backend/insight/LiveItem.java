package io.guidepost.backend.insight;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import java.time.Instant;

/** Something that just happened in the fleet. */
public sealed interface LiveItem {
    /** When the backend learned of it. */
    Instant at();

    /** An event was committed. */
    record Happened(KioskId kiosk, KioskEvent event, Instant at) implements LiveItem {}

    /** A kiosk came online or went. */
    record PresenceChanged(KioskId kiosk, boolean online, Instant at) implements LiveItem {}

    /** A message was refused; {@code kiosk} may be empty. */
    record MessageRefused(String kiosk, String reason, Instant at) implements LiveItem {}

    /** Offers, stock or campaigns were published as this catalogue version. */
    record OffersPublished(long version, Instant at) implements LiveItem {}
}
