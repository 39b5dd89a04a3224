package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.contract.catalogue.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Services: offers with a rule for their slots, and the slots of the next days. */
final class ServiceIntake implements Intake {
    private final Handle handle;
    private final OfferIntake offers;
    private final SlotPlanner planner;
    private final List<FeedLine.OfService> rules = new ArrayList<>();

    ServiceIntake(Handle handle, OfferIntake offers, SlotPlanner planner) {
        this.handle = handle;
        this.offers = offers;
        this.planner = planner;
    }

    @Override
    public void take(FeedLine line) {
        offers.take(line);
        if (line instanceof FeedLine.OfService service) {
            rules.add(service);
        }
    }

    @Override
    public void leftOut(Optional<OfferId> offer) {
        offers.leftOut(offer);
    }

    @Override
    public void end() {
        offers.end();
        for (FeedLine.OfService service : rules) {
            if (StockRows.known(handle, List.of(service.offer())).isEmpty()) {
                continue;
            }
            planner.keep(handle, service.offer(), service.rule());
        }
    }
}
