package io.guidepost.kiosk.app;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.event.KioskEvent.How;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberView;
import io.guidepost.kiosk.booking.HeldBooking;
import io.guidepost.kiosk.booking.HoldOutcome;
import io.guidepost.kiosk.booking.ui.HoldWords;
import io.guidepost.kiosk.booking.ui.SlotsView;
import io.guidepost.kiosk.booking.ui.SlotsViewModel;
import io.guidepost.kiosk.catalogue.OfferPage;
import io.guidepost.kiosk.catalogue.PriceLookup;
import io.guidepost.kiosk.catalogue.ui.AgeSection;
import io.guidepost.kiosk.catalogue.ui.CategoryView;
import io.guidepost.kiosk.catalogue.ui.CategoryViewModel;
import io.guidepost.kiosk.catalogue.ui.HomeView;
import io.guidepost.kiosk.catalogue.ui.HomeViewModel;
import io.guidepost.kiosk.catalogue.ui.OfferView;
import io.guidepost.kiosk.catalogue.ui.OfferViewModel;
import io.guidepost.kiosk.catalogue.ui.Ways;
import io.guidepost.kiosk.member.ui.GreetingView;
import io.guidepost.kiosk.member.ui.GreetingViewModel;
import io.guidepost.kiosk.payment.ui.PayView;
import io.guidepost.kiosk.payment.ui.PayViewModel;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.scan.ui.HelpView;
import io.guidepost.kiosk.scan.ui.HelpViewModel;
import io.guidepost.kiosk.scan.ui.StartingView;
import io.guidepost.kiosk.scan.ui.StartingViewModel;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.ui.Messages;
import io.guidepost.kiosk.ui.Navigator;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.Ui;
import io.guidepost.kiosk.ui.ViewModel;
import io.guidepost.kiosk.ui.Visit;
import io.guidepost.kiosk.voucher.PrintResult;
import io.guidepost.kiosk.voucher.ReceiptLabels;
import io.guidepost.kiosk.voucher.ui.VoucherView;
import io.guidepost.kiosk.voucher.ui.VoucherViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins the features' screens: makes the view model of each place from the services, and says where
 * each leads. Results of services come on background threads and hop to the screen's thread here.
 */
final class Routes {
    /** How long the screen waits for a voucher before it says that it comes later. */
    private static final Duration VOUCHER_PATIENCE = Duration.ofSeconds(20);

    private final KioskServices services;
    private final Shell shell;
    private final Navigator navigator;
    private final UiExecutor ui;
    private final Purchases purchases;
    private final Ways ways;
    private final StaffRoutes staff;
    private @Nullable Opening opening;

    /** A page that is being read; the customer's next touch or scan may overtake it. */
    private record Opening(Optional<SessionId> who, OfferId offer) {}

    Routes(KioskServices services, Shell shell, UiExecutor ui) {
        this.services = services;
        this.shell = shell;
        this.navigator = shell.navigator();
        this.ui = ui;
        this.purchases = new Purchases(services.session());
        this.ways = new Ways(id -> offer(id, How.BROWSE), this::category);
        this.staff = new StaffRoutes(services, shell, ui, this::labels, this::endSession);
    }

    /** What must be forgotten with the session. */
    void forget() {
        purchases.forget();
    }

    /**
     * Shows what a scan or a touch led to, on the screen's thread: unless the customer who wanted
     * it has gone, and not over a payment that began meanwhile. What fails is answered, too.
     */
    <T> void follow(CompletionStage<T> result, Consumer<T> show) {
        follow(result, show, () -> {});
    }

    /**
     * @param ended is run on the screen's thread in the end, whether it was shown or not
     */
    private <T> void follow(CompletionStage<T> result, Consumer<T> show, Runnable ended) {
        Optional<SessionId> who = services.session().current();
        result.whenComplete(
                (value, failure) ->
                        ui.execute(
                                () -> {
                                    try {
                                        if (who.equals(services.session().current())) {
                                            arrived(value, failure, show);
                                        }
                                    } finally {
                                        ended.run();
                                    }
                                }));
    }

    private <T> void arrived(T value, @Nullable Throwable failure, Consumer<T> show) {
        if (!navigator.here().map(ViewModel::takesCodes).orElse(true)) {
            shell.say("scan.busyPaying");
        } else if (failure == null) {
            show.accept(value);
        } else {
            help(HelpViewModel.Problem.FAILED);
        }
    }

    private void ifStill(SessionId who, Runnable show) {
        ui.execute(
                () -> {
                    if (Optional.of(who).equals(services.session().current())) {
                        show.run();
                    }
                });
    }

    /** The first page of a session. */
    void home(Optional<Campaign> seen, Observable<List<Campaign>> campaigns) {
        Ways fromHome =
                new Ways(
                        id ->
                                offer(
                                        id,
                                        campaigns.get().stream()
                                                        .anyMatch(
                                                                c ->
                                                                        c.offer()
                                                                                .equals(
                                                                                        Optional.of(
                                                                                                id)))
                                                ? How.CAMPAIGN
                                                : How.BROWSE),
                        this::category);
        HomeViewModel model =
                new HomeViewModel(
                        services.catalogue(),
                        services.members().current(),
                        new HomeViewModel.Slides(seen, campaigns),
                        purchases.bought(),
                        fromHome);
        navigator.restart(Visit.of(model, HomeView::new));
    }

    void category(String category) {
        CategoryViewModel model =
                new CategoryViewModel(
                        services.catalogue(), category, services.members().current(), ways);
        navigator.go(Visit.of(model, CategoryView::new));
    }

    /** Opens the page of an offer, a product's or a service's; only once, however hasty. */
    void offer(OfferId id, How how) {
        Opening now = new Opening(services.session().current(), id);
        if (now.equals(opening) || isHere(id)) {
            return;
        }
        opening = now;
        follow(
                services.catalogue().page(id),
                page -> {
                    if (now.equals(opening)) {
                        openOffer(id, page, how);
                    }
                },
                () -> opening = now.equals(opening) ? null : opening);
    }

    private boolean isHere(OfferId id) {
        return looking().filter(id::equals).isPresent();
    }

    private Optional<OfferId> looking() {
        return navigator
                .here()
                .filter(OfferViewModel.class::isInstance)
                .map(model -> ((OfferViewModel) model).id());
    }

    private void openOffer(OfferId id, Optional<OfferPage> page, How how) {
        services.tasks().run("note a look", () -> services.session().viewed(id, how));
        OfferViewModel model =
                new OfferViewModel(
                        services.catalogue(),
                        id,
                        services.members().current(),
                        this::reserve,
                        ways);
        Optional<Offer> service =
                page.map(OfferPage::offer).filter(offer -> offer.kind() == Offer.Kind.SERVICE);
        if (service.isEmpty()) {
            put(Visit.of(model, (at, m) -> new OfferView(at, m, Optional.empty())));
            return;
        }
        SlotsViewModel slots =
                new SlotsViewModel(
                        services.booking(),
                        () ->
                                new SlotsViewModel.Customer(
                                        services.session().wake(), services.members().ref()),
                        booking -> payFrom(Optional.of(model), booking),
                        services.clock());
        slots.open(service.get());
        Function<Ui, SlotsView> section = at -> new SlotsView(at, slots);
        put(Visit.of(model, (at, m) -> new OfferView(at, m, Optional.of(section))));
    }

    private CompletionStage<Optional<String>> reserve(Offer offer, int quantity) {
        Optional<ViewModel> page = navigator.here();
        SessionId session = services.session().wake();
        return services.booking()
                .hold(session, offer, Optional.empty(), quantity, services.members().ref())
                .thenApply(
                        outcome -> {
                            if (outcome instanceof HoldOutcome.Held(HeldBooking booking)) {
                                payFrom(page, booking);
                            }
                            return HoldWords.refusal(outcome);
                        });
    }

    /** Leads to paying, unless the customer has left the page that asked: then it goes back. */
    private void payFrom(Optional<ViewModel> page, HeldBooking booking) {
        ui.execute(
                () -> {
                    boolean there =
                            Optional.of(booking.session()).equals(services.session().current())
                                    && page.equals(navigator.here());
                    if (there) {
                        pay(booking);
                    } else {
                        services.booking().release(booking);
                    }
                });
    }

    private void pay(HeldBooking booking) {
        PayViewModel.Order order =
                new PayViewModel.Order(
                        booking.offer().title(),
                        booking.quantity(),
                        booking.slot().map(slot -> slot.start()),
                        booking.amount(),
                        booking.expiresAt(),
                        booking.member().isPresent()
                                && !booking.amount()
                                        .equals(
                                                booking.offer()
                                                        .prices()
                                                        .online()
                                                        .times(booking.quantity())));
        PayViewModel model =
                new PayViewModel(
                        order,
                        () -> services.payments().pay(booking),
                        new AfterPaying(booking),
                        services.tasks(),
                        services.clock());
        navigator.go(Visit.of(model, PayView::new));
    }

    /** Where paying leads. */
    private final class AfterPaying implements PayViewModel.Ways {
        private final HeldBooking booking;

        AfterPaying(HeldBooking booking) {
            this.booking = booking;
        }

        @Override
        public void approved(UUID paymentId, String reference) {
            ifStill(booking.session(), () -> voucher(booking, paymentId, reference));
        }

        @Override
        public void givenUp() {
            services.booking().release();
            ui.execute(navigator::back);
        }

        @Override
        public void goneWithoutKnowing() {
            endSession();
        }
    }

    private void voucher(HeldBooking booking, UUID paymentId, String reference) {
        SessionId session = booking.session();
        VoucherViewModel model =
                new VoucherViewModel(
                        services.vouchers()
                                .fetch(
                                        paymentId,
                                        reference,
                                        VOUCHER_PATIENCE,
                                        () ->
                                                services.session()
                                                        .current()
                                                        .equals(Optional.of(session))),
                        voucher -> print(session, voucher),
                        this::endSession);
        Visit page = Visit.of(model, VoucherView::new);
        purchases.add(
                session,
                model,
                new HomeViewModel.Bought(booking.offer().title(), () -> navigator.go(page)));
        if (navigator.here().filter(PayViewModel.class::isInstance).isPresent()) {
            navigator.replace(page);
        } else {
            navigator.go(page);
        }
    }

    private CompletionStage<PrintResult> print(SessionId session, Voucher voucher) {
        return services.vouchers().print(session, voucher, labels());
    }

    private ReceiptLabels labels() {
        Messages words = shell.ui().messages();
        return new ReceiptLabels(
                words.text("receipt.heading"),
                words.text("receipt.reference"),
                words.text("receipt.quantity"),
                words.text("receipt.paid"),
                words.text("receipt.start"),
                words.text("receipt.validUntil"),
                words.text("receipt.hint"),
                words.lang().locale(),
                words.zone());
    }

    /** Greets a member; what they were looking at shows their price. */
    void greet(MemberView member) {
        CompletionStage<Optional<OfferPage>> page =
                looking()
                        .map(services.catalogue()::page)
                        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
        follow(
                page,
                found ->
                        navigator.go(
                                Visit.of(
                                        new GreetingViewModel(
                                                member,
                                                found.map(OfferPage::offer),
                                                navigator::back),
                                        (at, model) ->
                                                new GreetingView(
                                                        at,
                                                        model,
                                                        there ->
                                                                new AgeSection(
                                                                        there,
                                                                        services.catalogue())))));
    }

    /** The screens of members of staff. */
    StaffRoutes staff() {
        return staff;
    }

    /** The page for a code that leads nowhere. */
    void help(HelpViewModel.Problem problem) {
        services.tasks().run("count a scan", () -> services.session().scanRefused(problem.word()));
        HelpViewModel model =
                new HelpViewModel(problem, services.tasks(), () -> ui.execute(this::leaveHelp));
        put(Visit.of(model, HelpView::new));
    }

    /** Says that there is no catalogue yet, and shows the product once there is. */
    void starting(Gtin gtin) {
        StartingViewModel model =
                new StartingViewModel(
                        listener -> services.catalogue().onChange(_ -> listener.run()),
                        page -> ui.execute(() -> lookAgain(page, gtin)));
        put(Visit.of(model, (at, _) -> new StartingView(at)));
        // The catalogue may have come just before the page began to listen.
        lookAgain(model, gtin);
    }

    private void lookAgain(StartingViewModel page, Gtin gtin) {
        if (!navigator.here().equals(Optional.of(page))) {
            return;
        }
        follow(
                services.catalogue().byGtin(gtin),
                found -> {
                    if (!navigator.here().equals(Optional.of(page))) {
                        return;
                    }
                    switch (found) {
                        case PriceLookup.Found offers ->
                                offer(offers.best().offer().id(), How.SCAN);
                        case PriceLookup.NotYet() -> {}
                        case PriceLookup.Unknown() -> help(HelpViewModel.Problem.UNKNOWN_PRODUCT);
                    }
                });
    }

    /** Goes there; a page that is only for the moment is not what Back leads to. */
    private void put(Visit page) {
        boolean passing =
                navigator
                        .here()
                        .filter(
                                here ->
                                        here instanceof HelpViewModel
                                                || here instanceof StartingViewModel)
                        .isPresent();
        if (passing) {
            navigator.replace(page);
        } else {
            navigator.go(page);
        }
    }

    private void leaveHelp() {
        if (navigator.here().filter(HelpViewModel.class::isInstance).isPresent()) {
            navigator.back();
        }
    }

    private void endSession() {
        services.tasks().run("end the session", () -> services.session().end(EndReason.CUSTOMER));
    }
}
