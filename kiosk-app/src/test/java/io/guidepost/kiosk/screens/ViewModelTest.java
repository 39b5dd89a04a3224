package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.ScannedCode;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.campaign.ui.AttractViewModel;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.ui.CategoryViewModel;
import io.guidepost.kiosk.catalogue.ui.HomeViewModel;
import io.guidepost.kiosk.catalogue.ui.OfferViewModel;
import io.guidepost.kiosk.catalogue.ui.Ways;
import io.guidepost.kiosk.payment.NotApprovedReason;
import io.guidepost.kiosk.payment.Payment;
import io.guidepost.kiosk.payment.PaymentState;
import io.guidepost.kiosk.payment.ui.PayViewModel;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.scan.ui.HelpViewModel;
import io.guidepost.kiosk.staff.Shelf;
import io.guidepost.kiosk.staff.StaffLogin;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.staff.ui.LoginViewModel;
import io.guidepost.kiosk.staff.ui.RestockViewModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The screens' logic, without the toolkit. */
final class ViewModelTest {
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final HandClock clock = new HandClock(Instant.parse("2026-03-16T09:41:00Z"), Rig.ZONE);
    private final SampleShop shop = new SampleShop();
    private final ShopBackend backend = new ShopBackend(shop, clock);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void unitsStayWithinTheStockAndAReserveIsAskedForOnce() {
        CatalogueService catalogue =
                new CatalogueService(
                        shop,
                        () -> Optional.of(clock.instant()),
                        backend,
                        tasks,
                        new CatalogueService.StoreRules(new RegionId("local"), 30),
                        clock);
        List<Integer> asked = new ArrayList<>();
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        OfferViewModel model =
                new OfferViewModel(
                        catalogue,
                        SampleShop.LAMP_HERE,
                        new LiveValue<>(Optional.empty()),
                        (_, quantity) -> {
                            asked.add(quantity);
                            return answer;
                        },
                        new Ways(_ -> {}, _ -> {}));
        await().until(() -> model.state().get().content() instanceof OfferViewModel.Content.Here);
        model.addUnits(7);
        assertThat(model.state().get().units()).isEqualTo(3);
        assertThat(model.state().get().total()).contains(SampleShop.eur(3 * 7900));
        model.reserve();
        model.reserve();
        assertThat(asked).containsExactly(3);
        assertThat(model.state().get().busy()).isTrue();
        answer.complete(Optional.of("hold.soldOut"));
        assertThat(model.state().get().refusal()).contains("hold.soldOut");
        model.addUnits(-9);
        assertThat(model.state().get().units()).isEqualTo(1);
        assertThat(model.state().get().refusal()).isEmpty();
        model.close();
    }

    @Test
    void whatIsOnTheScreenSaysHowOldItIsWhenTheLinkGoesAndWhenItComesBack() {
        Instant opened = clock.instant();
        CatalogueService catalogue =
                new CatalogueService(
                        shop,
                        () -> Optional.of(opened),
                        backend,
                        tasks,
                        new CatalogueService.StoreRules(new RegionId("local"), 30),
                        clock);
        OfferViewModel offer =
                new OfferViewModel(
                        catalogue,
                        SampleShop.LAMP_HERE,
                        new LiveValue<>(Optional.empty()),
                        (_, _) -> CompletableFuture.completedStage(Optional.empty()),
                        new Ways(_ -> {}, _ -> {}));
        HomeViewModel home =
                new HomeViewModel(
                        catalogue,
                        new LiveValue<>(Optional.empty()),
                        new HomeViewModel.Slides(Optional.empty(), new LiveValue<>(List.of())),
                        new LiveValue<>(List.of()),
                        new Ways(_ -> {}, _ -> {}));
        await().until(() -> stale(offer).equals(Optional.of(false)));
        await().until(() -> stale(home).equals(Optional.of(false)));

        backend.connect(Connection.OFFLINE);
        await().until(() -> stale(offer).equals(Optional.of(true)));
        await().until(() -> stale(home).equals(Optional.of(true)));

        backend.connect(Connection.ONLINE);
        await().until(() -> stale(offer).equals(Optional.of(false)));

        clock.pass(CatalogueService.STALE_AFTER.plusSeconds(1));
        await().until(() -> stale(offer).equals(Optional.of(true)));
        assertThat(catalogue.freshness().ofToday()).isTrue();
        // Hour and minute alone would look like today's.
        clock.pass(Duration.ofHours(15));
        await().until(() -> !ofToday(offer));
        offer.close();
        home.close();
    }

    private static Optional<Boolean> stale(OfferViewModel model) {
        return model.state().get().content() instanceof OfferViewModel.Content.Here(var page)
                ? Optional.of(page.freshness().stale())
                : Optional.empty();
    }

    private static boolean ofToday(OfferViewModel model) {
        return model.state().get().content() instanceof OfferViewModel.Content.Here(var page)
                && page.freshness().ofToday();
    }

    private static Optional<Boolean> stale(HomeViewModel model) {
        return model.state().get().page().map(page -> page.freshness().stale());
    }

    @Test
    void leavingWhileTheTerminalWorksCancelsAndWaitsForItsAnswer() {
        HandPayment payment = new HandPayment();
        Went went = new Went();
        PayViewModel model = pay(List.of(payment), went);
        payment.state.set(
                new PaymentState.AtTerminal(
                        SampleShop.eur(4200), "K7RM4T2X", clock.instant().plusSeconds(300), false));
        assertThat(model.takesCodes()).isFalse();
        assertThat(model.mayLeave()).isFalse();
        assertThat(payment.cancelled).isTrue();
        payment.state.set(new PaymentState.NotApproved(NotApprovedReason.CANCELLED));
        assertThat(model.mayLeave()).isTrue();
        model.giveUp();
        assertThat(went.where).containsExactly("given up");
        model.close();
    }

    @Test
    void unknownIsNeitherApprovedNorTriedAgain() {
        HandPayment payment = new HandPayment();
        Went went = new Went();
        PayViewModel model = pay(List.of(payment), went);
        UUID id = payment.id();
        payment.state.set(new PaymentState.Unknown(id, SampleShop.eur(4200), "K7RM4T2X"));
        model.again();
        model.giveUp();
        assertThat(model.state().get().payment()).isInstanceOf(PaymentState.Unknown.class);
        assertThat(went.where).isEmpty();
        payment.state.set(new PaymentState.Approved(id, SampleShop.eur(4200), "K7RM4T2X"));
        assertThat(went.where).containsExactly("approved " + id);
        model.close();
    }

    @Test
    void afterARefusalOnlyTheNewTryCounts() {
        HandPayment first = new HandPayment();
        HandPayment second = new HandPayment();
        Went went = new Went();
        PayViewModel model = pay(new ArrayList<>(List.of(first, second)), went);
        first.state.set(new PaymentState.NotApproved(NotApprovedReason.DECLINED));
        model.again();
        assertThat(model.state().get().payment()).isInstanceOf(PaymentState.Opening.class);
        first.state.set(new PaymentState.NotApproved(NotApprovedReason.CANCELLED));
        assertThat(model.state().get().payment()).isInstanceOf(PaymentState.Opening.class);
        second.state.set(new PaymentState.Approved(second.id(), SampleShop.eur(1), "R"));
        assertThat(went.where).containsExactly("approved " + second.id());
        model.close();
    }

    @Test
    void theCountdownCoversThePayment() {
        HandPayment payment = new HandPayment();
        PayViewModel model = pay(List.of(payment), new Went());
        assertThat(model.state().get().left()).isEqualTo(Duration.ofMinutes(2));
        payment.state.set(
                new PaymentState.AtTerminal(
                        SampleShop.eur(4200), "K", clock.instant().plusSeconds(300), false));
        assertThat(model.state().get().left()).isEqualTo(Duration.ofMinutes(5));
        clock.pass(Duration.ofSeconds(301));
        await().untilAsserted(
                        () -> assertThat(model.state().get().left()).isEqualTo(Duration.ZERO));
        model.close();
    }

    @Test
    void aPinIsAskedForOnceAndNeverKept() {
        List<String> asked = new ArrayList<>();
        CompletableFuture<StaffLogin> answer = new CompletableFuture<>();
        List<StaffMember> in = new ArrayList<>();
        LoginViewModel model =
                new LoginViewModel(
                        new LoginViewModel.Badge(ShopBackend.BADGE, clock.instant()),
                        pin -> {
                            asked.add(pin);
                            return answer;
                        },
                        (_, who) -> in.add(who));
        model.type(1);
        model.ok();
        assertThat(model.state().get().notice()).contains(new LoginViewModel.Notice.TooShort());
        model.type(2);
        model.type(3);
        model.type(4);
        model.ok();
        model.type(9);
        model.ok();
        assertThat(asked).containsExactly("1234");
        assertThat(model.state().get().digits()).isZero();
        StaffMember staff =
                new StaffMember(new StaffRef("s-0001"), "Ines", clock.instant().plusSeconds(60));
        answer.complete(new StaffLogin.SignedIn(staff));
        assertThat(in).containsExactly(staff);
    }

    @Test
    void aRestocksAnswerBelongsToTheProductItWasAskedFor() {
        CountDownLatch written = new CountDownLatch(1);
        List<KioskEvent> events = new CopyOnWriteArrayList<>();
        StaffService staff =
                new StaffService(
                        backend,
                        event -> {
                            try {
                                assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            events.add(event);
                        },
                        tasks,
                        clock);
        staff.login(ShopBackend.BADGE, ShopBackend.PIN).toCompletableFuture().join();
        RestockViewModel model =
                new RestockViewModel(
                        staff,
                        staff.present().orElseThrow(),
                        new NoChanges(),
                        new NoCare(),
                        new NoEnd());
        model.scanned(List.of(shelf(SampleShop.COFFEE_HERE)));
        model.confirm();
        model.scanned(List.of(shelf(SampleShop.LAMP_HERE)));
        model.confirm();
        written.countDown();
        await().until(() -> !model.state().get().busy());
        assertThat(model.state().get().recorded()).isZero();
        assertThat(model.state().get().notice()).isEmpty();
        assertThat(events).hasSize(1);
        // A code that leads nowhere arms nothing, and one scan counts once.
        model.confirm();
        await().until(() -> model.state().get().recorded() == 12);
        model.confirm();
        model.scanned(List.of());
        model.confirm();
        assertThat(events).hasSize(2);
        model.close();
        assertThat(staff.present()).isEmpty();
    }

    private Shelf shelf(OfferId id) {
        Offer offer = shop.offer(id).orElseThrow();
        return new Shelf(offer, shop.merchant(offer.merchant()).orElseThrow());
    }

    private static final class NoCare implements RestockViewModel.Care {
        @Override
        public CompletionStage<Optional<String>> voucherAgain() {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public void checkTouch() {}

        @Override
        public boolean housingOpened() {
            return false;
        }

        @Override
        public Subscription onHousing(Runnable listener) {
            return () -> {};
        }

        @Override
        public CompletionStage<Optional<String>> housingChecked() {
            return CompletableFuture.completedStage(Optional.empty());
        }
    }

    private static final class NoChanges implements RestockViewModel.Reader {
        @Override
        public CompletionStage<Optional<Shelf>> read(OfferId offer) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public Subscription onChange(OfferId offer, Runnable listener) {
            return () -> {};
        }
    }

    private static final class NoEnd implements RestockViewModel.Ends {
        @Override
        public void finished() {
            throw new AssertionError("nobody finished");
        }

        @Override
        public void signedOut() {
            throw new AssertionError("nobody was signed out");
        }
    }

    @Test
    void theHelpPageGoesAwayAfterFiveSeconds() {
        long begin = System.nanoTime();
        CompletableFuture<Long> back = new CompletableFuture<>();
        HelpViewModel model =
                new HelpViewModel(
                        HelpViewModel.Problem.of(ScannedCode.Reason.DAMAGED),
                        tasks,
                        () -> back.complete(System.nanoTime() - begin));
        assertThat(model.problem().word()).isEqualTo("damaged");
        long nanos = await().atMost(Duration.ofSeconds(8)).until(() -> back.getNow(0L), n -> n > 0);
        assertThat(Duration.ofNanos(nanos)).isGreaterThanOrEqualTo(Duration.ofMillis(4_900));
        model.close();
    }

    @Test
    void aSlideIsReportedOnceHoweverTheCampaignsChangeMeanwhile() {
        AttractViewModel model = new AttractViewModel(clock);
        List<String> shown = new ArrayList<>();
        var turning =
                model.start(
                        tasks,
                        (campaign, howLong, touched) ->
                                shown.add(campaign + " " + howLong.toSeconds() + " " + touched));
        List<Campaign> slides = shop.campaigns();
        model.show(slides);
        clock.pass(Duration.ofSeconds(3));
        assertThat(model.touched()).contains(slides.getFirst());
        clock.pass(Duration.ofMinutes(5));
        model.show(slides.subList(1, 2));
        model.resume();
        clock.pass(Duration.ofSeconds(2));
        model.show(List.of());
        assertThat(shown).containsExactly("spring 3 true", "hair 2 false");
        turning.close();
    }

    @Test
    void aChangeWhileTheFirstPageIsReadCutsNothing() {
        CatalogueService catalogue = catalogue();
        CategoryViewModel model;
        // Whoever reads waits until both have been asked for.
        synchronized (shop) {
            model = category(catalogue);
            shop.change(shop.offer(SampleShop.COFFEE_HERE).orElseThrow());
        }
        await().until(() -> !model.state().get().cards().isEmpty());
        await().during(Duration.ofMillis(300))
                .untilAsserted(
                        () -> {
                            assertThat(model.state().get().cards()).hasSizeGreaterThan(3);
                            assertThat(model.state().get().more()).isFalse();
                        });
        model.close();
    }

    @Test
    void aChangeLeavesAsManyOnTheScreenAsWereShown() {
        Offer coffee = shop.offer(SampleShop.COFFEE_HERE).orElseThrow();
        for (int i = 0; i < 140; i++) {
            shop.change(
                    new Offer(
                            new OfferId("roastery:kind-" + i),
                            coffee.merchant(),
                            coffee.kind(),
                            coffee.title(),
                            coffee.description(),
                            coffee.brand(),
                            coffee.category(),
                            Optional.empty(),
                            coffee.pictures(),
                            coffee.prices(),
                            coffee.unit(),
                            coffee.stock(),
                            coffee.duration(),
                            1));
        }
        CategoryViewModel model = category(catalogue());
        for (int shown = 24; shown <= 120; shown += 24) {
            int all = shown;
            await().until(() -> model.state().get().cards().size() == all);
            if (shown < 120) {
                model.readMore();
            }
        }
        shop.change(
                new Offer(
                        coffee.id(),
                        coffee.merchant(),
                        coffee.kind(),
                        "A new title",
                        coffee.description(),
                        coffee.brand(),
                        coffee.category(),
                        coffee.gtin(),
                        coffee.pictures(),
                        coffee.prices(),
                        coffee.unit(),
                        coffee.stock(),
                        coffee.duration(),
                        2));
        await().until(
                        () ->
                                model.state().get().cards().stream()
                                        .anyMatch(c -> c.offer().title().equals("A new title")));
        assertThat(model.state().get().cards()).hasSize(120);
        assertThat(model.state().get().more()).isTrue();
        model.close();
    }

    private CatalogueService catalogue() {
        return new CatalogueService(
                shop,
                () -> Optional.of(clock.instant()),
                backend,
                tasks,
                new CatalogueService.StoreRules(new RegionId("local"), 30),
                clock);
    }

    private static CategoryViewModel category(CatalogueService catalogue) {
        return new CategoryViewModel(
                catalogue, "food", new LiveValue<>(Optional.empty()), new Ways(_ -> {}, _ -> {}));
    }

    @Test
    void slidesTurnAndTellHowLongTheyWereSeen() {
        AttractViewModel model = new AttractViewModel(clock);
        List<String> shown = new ArrayList<>();
        var turning =
                model.start(
                        tasks,
                        (campaign, howLong, touched) ->
                                shown.add(campaign + " " + howLong.toSeconds() + " " + touched));
        List<Campaign> slides = shop.campaigns();
        model.show(slides);
        clock.pass(Duration.ofSeconds(8));
        model.next();
        assertThat(model.slide().get().campaign()).contains(slides.get(1));
        clock.pass(Duration.ofSeconds(3));
        assertThat(model.touched()).contains(slides.get(1));
        assertThat(model.touched()).isEmpty();
        model.next();
        assertThat(shown).containsExactly("spring 8 false", "hair 3 true");
        model.resume();
        assertThat(model.slide().get().campaign()).contains(slides.getFirst());
        turning.close();
    }

    private PayViewModel pay(List<HandPayment> payments, Went went) {
        List<HandPayment> rest = new ArrayList<>(payments);
        return new PayViewModel(
                new PayViewModel.Order(
                        "Haircut",
                        1,
                        Optional.empty(),
                        SampleShop.eur(4200),
                        clock.instant().plusSeconds(120),
                        false),
                rest::removeFirst,
                went,
                tasks,
                clock);
    }

    private static final class HandPayment implements Payment {
        private final UUID id = UUID.randomUUID();
        private final LiveValue<PaymentState> state = new LiveValue<>(new PaymentState.Opening());
        private boolean cancelled;

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public Observable<PaymentState> state() {
            return state;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private static final class Went implements PayViewModel.Ways {
        private final List<String> where = new ArrayList<>();

        @Override
        public void approved(UUID paymentId, String reference) {
            where.add("approved " + paymentId);
        }

        @Override
        public void givenUp() {
            where.add("given up");
        }

        @Override
        public void goneWithoutKnowing() {
            where.add("gone");
        }
    }
}
