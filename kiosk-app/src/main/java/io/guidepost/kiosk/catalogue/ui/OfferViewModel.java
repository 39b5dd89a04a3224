package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.member.MemberView;
import io.guidepost.contract.money.Money;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.OfferPage;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Newest;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The page of one offer: read again whenever the catalogue changes it, and as old as it is. */
public final class OfferViewModel implements ViewModel {
    /** More of one product than this is a talk with the staff. */
    public static final int MOST_UNITS = 9;

    private final CatalogueService catalogue;
    private final OfferId id;
    private final Reserve reserve;
    private final Ways ways;
    private final LiveValue<State> state;
    private final Newest reads = new Newest();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final Subscription changes;
    private final Subscription members;
    private final Subscription age;

    /** How the page stands. */
    public sealed interface Content {
        /** Being read. */
        record Reading() implements Content {}

        /** Not offered (any more). */
        record Gone() implements Content {}

        record Here(OfferPage page) implements Content {}
    }

    /**
     * All that is shown.
     *
     * @param member the member who is known here
     * @param units how many to reserve, 1 to {@link #MOST_UNITS}
     * @param busy the backend is asked
     * @param refusal key of the sentence that says why the last try failed
     */
    public record State(
            Content content,
            Optional<MemberView> member,
            int units,
            boolean busy,
            Optional<String> refusal) {
        /** What the chosen units cost this customer. */
        public Optional<Money> total() {
            return content instanceof Content.Here(OfferPage page)
                    ? Optional.of(page.offer().prices().payable(member.isPresent()).times(units))
                    : Optional.empty();
        }

        /** The most units that can be chosen now. */
        public int mostUnits() {
            return content instanceof Content.Here(OfferPage page)
                    ? Math.clamp(page.offer().stock().orElse(1), 1, MOST_UNITS)
                    : 1;
        }

        private State with(Content next) {
            State changed = new State(next, member, units, busy, refusal);
            return new State(next, member, Math.min(units, changed.mostUnits()), busy, refusal);
        }
    }

    public OfferViewModel(
            CatalogueService catalogue,
            OfferId id,
            Observable<Optional<MemberView>> member,
            Reserve reserve,
            Ways ways) {
        this.catalogue = catalogue;
        this.id = id;
        this.reserve = reserve;
        this.ways = ways;
        this.state =
                new LiveValue<>(
                        new State(new Content.Reading(), member.get(), 1, false, Optional.empty()));
        this.changes =
                catalogue.onChange(
                        change -> {
                            if (change.touches(id)) {
                                read();
                            }
                        });
        this.members =
                member.observe(
                        who ->
                                state.update(
                                        now ->
                                                new State(
                                                        now.content(),
                                                        who,
                                                        now.units(),
                                                        now.busy(),
                                                        now.refusal())));
        this.age = catalogue.onAge(_ -> state.update(now -> now.with(aged(now.content()))));
        read();
    }

    public OfferId id() {
        return id;
    }

    public Ways ways() {
        return ways;
    }

    public Observable<State> state() {
        return state;
    }

    /** One more or one less. */
    public void addUnits(int difference) {
        state.update(
                now ->
                        new State(
                                now.content(),
                                now.member(),
                                Math.clamp(now.units() + difference, 1, now.mostUnits()),
                                now.busy(),
                                Optional.empty()));
    }

    /**
     * Holds the chosen units; leads to paying where that works. A second touch meanwhile does
     * nothing.
     */
    public void reserve() {
        State now = state.get();
        if (!(now.content() instanceof Content.Here(OfferPage page)) || !canReserve(page.offer())) {
            return;
        }
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        outcome(true, Optional.empty());
        reserve.reserve(page.offer(), now.units())
                .whenComplete(
                        (refusal, failure) -> {
                            asking.set(false);
                            outcome(false, failure == null ? refusal : Optional.of("hold.failed"));
                        });
    }

    /** Whether the button that reserves is of use. */
    public static boolean canReserve(Offer offer) {
        return offer.kind() == Offer.Kind.PRODUCT && offer.inStock();
    }

    @Override
    public void close() {
        changes.close();
        members.close();
        age.close();
    }

    private void outcome(boolean busy, Optional<String> refusal) {
        state.update(now -> new State(now.content(), now.member(), now.units(), busy, refusal));
    }

    private void read() {
        long question = reads.ask();
        catalogue
                .page(id)
                .thenAccept(
                        page -> {
                            Content next =
                                    page.<Content>map(Content.Here::new)
                                            .orElseGet(Content.Gone::new);
                            state.update(now -> reads.use(question) ? now.with(aged(next)) : now);
                        });
    }

    /** Reckoned within the change of the state: the last change shows how old it is now. */
    private Content aged(Content content) {
        return switch (content) {
            case Content.Here(OfferPage page) -> new Content.Here(page.aged(catalogue.freshness()));
            case Content.Reading _, Content.Gone _ -> content;
        };
    }
}
