package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.member.MemberView;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.HomePage;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;

/** The home page: read again whenever the catalogue changes. */
public final class HomeViewModel implements ViewModel {
    private final CatalogueService catalogue;
    private final Observable<Optional<MemberView>> member;
    private final Ways ways;
    private final Optional<Campaign> seen;
    private final LiveValue<State> state;
    private final Subscription changes;
    private final Subscription members;

    /**
     * All that is shown.
     *
     * @param page empty until it has been read
     * @param member the member who is known here
     */
    public record State(Optional<HomePage> page, Optional<MemberView> member) {}

    /**
     * @param seen the slide that the customer touched, if it leads somewhere
     */
    public HomeViewModel(
            CatalogueService catalogue,
            Observable<Optional<MemberView>> member,
            Optional<Campaign> seen,
            Ways ways) {
        this.catalogue = catalogue;
        this.member = member;
        this.seen = seen.filter(campaign -> campaign.offer().isPresent());
        this.ways = ways;
        this.state = new LiveValue<>(new State(Optional.empty(), member.get()));
        this.changes = catalogue.onChange(_ -> read());
        this.members = this.member.observe(who -> state.update(now -> new State(now.page(), who)));
        read();
    }

    public Observable<State> state() {
        return state;
    }

    /** The campaign that brought the customer here. */
    public Optional<Campaign> seen() {
        return seen;
    }

    public Ways ways() {
        return ways;
    }

    public void openSeen() {
        Optional<OfferId> offer = seen.flatMap(Campaign::offer);
        offer.ifPresent(ways.offer());
    }

    @Override
    public void close() {
        changes.close();
        members.close();
    }

    private void read() {
        catalogue
                .home()
                .thenAccept(
                        page -> state.update(now -> new State(Optional.of(page), now.member())));
    }
}
