package io.guidepost.backend.insight;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import org.jdbi.v3.core.Handle;

/** First looks: when and how a session came to an offer. */
public final class Looks {
    /** Notes a look in the caller's transaction; only the first of session and offer counts. */
    public void viewed(Handle transaction, KioskId kiosk, KioskEvent.OfferViewed event) {
        transaction
                .createUpdate(
                        "insert into looks (session, offer_id, kiosk_id, how, at) values (:session,"
                                + " :offer, :kiosk, :how, :at) on conflict do nothing")
                .bind("session", event.session())
                .bind("offer", event.offer())
                .bind("kiosk", kiosk)
                .bind("how", event.how().name())
                .bind("at", event.at())
                .execute();
    }
}
