package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.member.MemberView;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.HomePage;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Newest;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.List;
import java.util.Optional;

/** The home page: read again whenever the catalogue changes, and as old as it is. */
public final class HomeViewModel implements ViewModel {
    private final CatalogueService catalogue;
    private final Observable<Optional<MemberView>> member;
    private final Ways ways;
    private final Optional<Campaign> seen;
    private final Subscription slides;
    private final LiveValue<State> state;
    private final Newest reads = new Newest();
    private final Subscription changes;
    private final Subscription members;
    private final Subscription age;
    private final Subscription purchases;

    /**
     * All that is shown.
     *
     * @param page empty until it has been read
     * @param member the member who is known here
     * @param campaign the slide that brought the customer here while it runs, else the newest that
     *     leads somewhere
     * @param bought what was paid for in this session, the newest first
     */
    public record State(
            Optional<HomePage> page,
            Optional<MemberView> member,
            Optional<Campaign> campaign,
            List<Bought> bought) {}

    /**
     * Something that the customer paid for.
     *
     * @param open shows its voucher
     */
    public record Bought(String title, Runnable open) {}

    /**
     * The attract loop's slides.
     *
     * @param seen the one that the customer touched, if any
     * @param running those that run now, the newest first
     */
    public record Slides(Optional<Campaign> seen, Observable<List<Campaign>> running) {}

    public HomeViewModel(
            CatalogueService catalogue,
            Observable<Optional<MemberView>> member,
            Slides slides,
            Observable<List<Bought>> bought,
            Ways ways) {
        this.catalogue = catalogue;
        this.member = member;
        this.seen = slides.seen();
        this.ways = ways;
        this.state =
                new LiveValue<>(
                        new State(Optional.empty(), member.get(), Optional.empty(), bought.get()));
        this.changes = catalogue.onChange(_ -> read());
        this.members =
                this.member.observe(
                        who ->
                                state.update(
                                        now ->
                                                new State(
                                                        now.page(),
                                                        who,
                                                        now.campaign(),
                                                        now.bought())));
        this.purchases =
                bought.observe(
                        all ->
                                state.update(
                                        now ->
                                                new State(
                                                        now.page(),
                                                        now.member(),
                                                        now.campaign(),
                                                        all)));
        this.slides =
                slides.running()
                        .observe(
                                running ->
                                        state.update(
                                                now ->
                                                        new State(
                                                                now.page(),
                                                                now.member(),
                                                                choose(running),
                                                                now.bought())));
        this.age = catalogue.onAge(_ -> state.update(now -> showing(now, now.page())));
        read();
    }

    public Observable<State> state() {
        return state;
    }

    public Ways ways() {
        return ways;
    }

    /** Opens what the campaign is about. */
    public void openCampaign() {
        state.get().campaign().flatMap(Campaign::offer).ifPresent(ways.offer());
    }

    private Optional<Campaign> choose(List<Campaign> running) {
        return seen.filter(running::contains)
                .filter(campaign -> campaign.offer().isPresent())
                .or(() -> running.stream().filter(c -> c.offer().isPresent()).findFirst());
    }

    @Override
    public void close() {
        changes.close();
        members.close();
        slides.close();
        age.close();
        purchases.close();
    }

    private void read() {
        long question = reads.ask();
        catalogue
                .home()
                .thenAccept(
                        page ->
                                state.update(
                                        now ->
                                                reads.use(question)
                                                        ? showing(now, Optional.of(page))
                                                        : now));
    }

    /** Reckoned within the change of the state: the last change shows how old it is now. */
    private State showing(State now, Optional<HomePage> page) {
        return new State(
                page.map(p -> p.aged(catalogue.freshness())),
                now.member(),
                now.campaign(),
                now.bought());
    }
}
