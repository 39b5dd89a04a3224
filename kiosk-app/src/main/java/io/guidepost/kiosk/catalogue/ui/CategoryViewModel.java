package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.member.MemberView;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.OfferCard;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All offers of one category, a page at a time. */
public final class CategoryViewModel implements ViewModel {
    static final int PAGE = 24;

    private final CatalogueService catalogue;
    private final String category;
    private final Ways ways;
    private final LiveValue<State> state;
    private final Subscription changes;
    private final Subscription members;

    /**
     * All that is shown.
     *
     * @param more whether more can be shown
     */
    public record State(List<OfferCard> cards, boolean more, Optional<MemberView> member) {}

    public CategoryViewModel(
            CatalogueService catalogue,
            String category,
            Observable<Optional<MemberView>> member,
            Ways ways) {
        this.catalogue = catalogue;
        this.category = category;
        this.ways = ways;
        this.state = new LiveValue<>(new State(List.of(), false, member.get()));
        this.members =
                member.observe(who -> state.update(now -> new State(now.cards(), now.more(), who)));
        this.changes = catalogue.onChange(_ -> readAgain());
        readMore();
    }

    public String category() {
        return category;
    }

    public Ways ways() {
        return ways;
    }

    public Observable<State> state() {
        return state;
    }

    /** Shows another page's worth of offers. */
    public void readMore() {
        int skip = state.get().cards().size();
        catalogue.browse(category, skip, PAGE).thenAccept(cards -> append(skip, cards));
    }

    @Override
    public void close() {
        changes.close();
        members.close();
    }

    private void append(int skip, List<OfferCard> cards) {
        state.update(
                now -> {
                    if (now.cards().size() != skip) {
                        return now;
                    }
                    List<OfferCard> all = new ArrayList<>(now.cards());
                    all.addAll(cards);
                    return new State(List.copyOf(all), cards.size() == PAGE, now.member());
                });
    }

    private void readAgain() {
        int shown = Math.clamp(state.get().cards().size(), 1, 100);
        catalogue
                .browse(category, 0, shown)
                .thenAccept(
                        cards ->
                                state.update(
                                        now ->
                                                new State(
                                                        cards,
                                                        cards.size() == shown,
                                                        now.member())));
    }
}
