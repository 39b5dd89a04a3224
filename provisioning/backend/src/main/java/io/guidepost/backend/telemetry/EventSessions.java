package io.guidepost.backend.telemetry;

import io.guidepost.contract.event.KioskEvent;
import org.jspecify.annotations.Nullable;

/** The session that an event belongs to. */
final class EventSessions {
    private EventSessions() {}

    /** Its id; null for events that are no customer's. */
    static @Nullable String of(KioskEvent event) {
        return switch (event) {
            case KioskEvent.SessionStarted e -> e.session().value();
            case KioskEvent.OfferViewed e -> e.session().value();
            case KioskEvent.ScanRefused e -> e.session().value();
            case KioskEvent.MemberIdentified e -> e.session().value();
            case KioskEvent.PaymentCaptured e -> e.session().value();
            case KioskEvent.PaymentNotTaken e -> e.session().value();
            case KioskEvent.PaymentUnknown e -> e.session().value();
            case KioskEvent.VoucherPrinted e -> e.session().value();
            case KioskEvent.SessionEnded e -> e.session().value();
            case KioskEvent.StockRestocked e -> null;
            case KioskEvent.CampaignShown e -> null;
        };
    }
}
