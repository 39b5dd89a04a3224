package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.member.MemberView;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.Freshness;
import io.guidepost.kiosk.catalogue.OfferCard;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Newest;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * All offers of one category, a page at a time; read again whenever the catalogue changes, and as
 * old as it is.
 */
public final class CategoryViewModel implements ViewModel {
    static final int PAGE = 24;

    /** What the catalogue reads at most in one go. */
    private static final int AT_ONCE = 100;

    private final CatalogueService catalogue;
    private final String category;
    private final Ways ways;
    private final LiveValue<State> state;
    private final Newest reads = new Newest();
    private final AtomicInteger wanted = new AtomicInteger();
    private final List<Subscription> open;

    /**
     * All that is shown.
     *
     * @param more whether more can be shown
     */
    public record State(
            List<OfferCard> cards, boolean more, Optional<MemberView> member, Freshness freshness) {
        /** One card more than is shown was asked for: it says whether there are more. */
        private State showing(List<OfferCard> read, int shown) {
            return new State(
                    List.copyOf(read.subList(0, Math.min(shown, read.size()))),
                    read.size() > shown,
                    member,
                    freshness);
        }
    }

    public CategoryViewModel(
            CatalogueService catalogue,
            String category,
            Observable<Optional<MemberView>> member,
            Ways ways) {
        this.catalogue = catalogue;
        this.category = category;
        this.ways = ways;
        this.state =
                new LiveValue<>(new State(List.of(), false, member.get(), catalogue.freshness()));
        this.open =
                List.of(
                        member.observe(
                                who ->
                                        state.update(
                                                now ->
                                                        new State(
                                                                now.cards(),
                                                                now.more(),
                                                                who,
                                                                now.freshness()))),
                        catalogue.onAge(
                                _ ->
                                        state.update(
                                                now ->
                                                        new State(
                                                                now.cards(),
                                                                now.more(),
                                                                now.member(),
                                                                catalogue.freshness()))),
                        catalogue.onChange(_ -> read()));
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
        wanted.accumulateAndGet(state.get().cards().size() + PAGE, Math::max);
        read();
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
    }

    private void read() {
        long question = reads.ask();
        int shown = wanted.get();
        read(0, shown + 1)
                .thenAccept(
                        cards ->
                                state.update(
                                        now ->
                                                reads.use(question)
                                                        ? now.showing(cards, shown)
                                                        : now));
    }

    private CompletionStage<List<OfferCard>> read(int skip, int count) {
        int part = Math.min(count, AT_ONCE);
        return catalogue
                .browse(category, skip, part)
                .thenCompose(
                        cards ->
                                cards.size() < part || part == count
                                        ? CompletableFuture.completedStage(cards)
                                        : read(skip + part, count - part)
                                                .thenApply(
                                                        rest ->
                                                                Stream.concat(
                                                                                cards.stream(),
                                                                                rest.stream())
                                                                        .toList()));
    }
}
