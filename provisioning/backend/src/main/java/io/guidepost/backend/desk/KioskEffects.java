package io.guidepost.backend.desk;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.insight.LiveItem;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.telemetry.EventEffects;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the events of kiosks change in the features. */
public final class KioskEffects implements EventEffects {
    private final Features features;
    private final CatalogueStore catalogue;
    private final OfferPublisher publisher;
    private final Runnable settleSoon;
    private final LiveStream live;
    private final Clock clock;

    /**
     * Puts them together.
     *
     * @param settleSoon asks for a settlement pass and returns at once
     */
    public KioskEffects(
            Features features,
            CatalogueStore catalogue,
            OfferPublisher publisher,
            Runnable settleSoon,
            LiveStream live,
            Clock clock) {
        this.features = features;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.settleSoon = settleSoon;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void apply(Handle transaction, KioskId kiosk, KioskEvent event) {
        switch (event) {
            case KioskEvent.OfferViewed e -> features.looks().viewed(transaction, kiosk, e);
            case KioskEvent.PaymentCaptured e ->
                    features.payments().captured(transaction, kiosk, e);
            case KioskEvent.PaymentNotTaken e ->
                    features.payments().notTaken(transaction, kiosk, e);
            case KioskEvent.PaymentUnknown e -> features.payments().unknown(transaction, kiosk, e);
            case KioskEvent.VoucherPrinted e -> features.bookings().printed(transaction, e);
            case KioskEvent.StockRestocked e -> restock(transaction, kiosk, e);
            case KioskEvent.SessionStarted e -> {}
            case KioskEvent.ScanRefused e -> {}
            case KioskEvent.MemberIdentified e -> {}
            case KioskEvent.SessionEnded e -> {}
            case KioskEvent.CampaignShown e -> {}
        }
    }

    private void restock(Handle transaction, KioskId kiosk, KioskEvent.StockRestocked event) {
        if (!features.staff().knows(transaction, event.staff())) {
            throw new IllegalArgumentException("staff: not known");
        }
        features.stock().restock(transaction, kiosk, event);
        catalogue.touch(transaction, List.of(event.offer()));
    }

    @Override
    public void committed(List<Committed> events) {
        boolean moneyTaken =
                events.stream().anyMatch(c -> c.event() instanceof KioskEvent.PaymentCaptured);
        if (moneyTaken) {
            settleSoon.run();
        }
        if (events.stream().anyMatch(c -> changesStock(c.event()))) {
            publisher.changed();
        }
        events.forEach(
                c -> live.publish(new LiveItem.Happened(c.kiosk(), c.event(), clock.instant())));
    }

    /** Whether what can be reserved of goods may be another now. */
    private static boolean changesStock(KioskEvent event) {
        return event instanceof KioskEvent.PaymentCaptured
                || event instanceof KioskEvent.PaymentNotTaken
                || event instanceof KioskEvent.StockRestocked;
    }
}
