package io.guidepost.backend.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.backend.fixture.TestMall;
import io.guidepost.backend.insight.Sale;
import io.guidepost.contract.booking.Reply.HoldRefusal;
import io.guidepost.contract.booking.Reply.HoldResult;
import io.guidepost.contract.booking.Reply.MemberResult;
import io.guidepost.contract.booking.Reply.PaymentRefusal;
import io.guidepost.contract.booking.Reply.PaymentResult;
import io.guidepost.contract.booking.Reply.StaffResult;
import io.guidepost.contract.booking.Reply.VoucherResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.sign.VoucherToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a kiosk does with the backend, over a real broker. */
class KioskJourneyTest {
    private static final SessionId SESSION = new SessionId(UUID.randomUUID().toString());

    @TempDir static Path folder;
    private static BackendFixture backend;
    private static TestKiosk kiosk;
    private TestMall mall;

    @BeforeAll
    static void start() {
        backend = BackendFixture.fresh(folder);
        kiosk = backend.kiosk("kiosk-1");
    }

    @AfterAll
    static void stop() {
        kiosk.close();
        backend.close();
    }

    @BeforeEach
    void newMall() {
        mall = TestMall.in(backend.core());
    }

    @Test
    void aBookingFromFirstLookToVoucher() {
        kiosk.send(
                new KioskEvent.OfferViewed(
                        SESSION, mall.haircut(), KioskEvent.How.SCAN, Instant.now()));
        MemberResult found = kiosk.ask(new Request.Member(mall.memberCode()));
        assertThat(found)
                .isInstanceOfSatisfying(
                        MemberResult.MemberFound.class,
                        m -> assertThat(m.member().maskedName()).isEqualTo("A••• M."));
        LocalDate day = LocalDate.ofInstant(backend.clock().instant(), ZoneOffset.UTC).plusDays(3);
        assertThat(kiosk.ask(new Request.Slots(mall.haircut(), day, 1)).slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.free()).isEqualTo(1));

        HoldResult.Held held = held(hold(mall.haircut(), Optional.of(mall.member()), 1));
        assertThat(held.amount()).isEqualTo(eur(TestMall.HAIRCUT_MEMBER_MINOR));
        UUID payment = Ids.newId();
        PaymentResult opened =
                kiosk.ask(new Request.OpenPayment(payment, held.holdId(), held.amount()));
        assertThat(opened).isInstanceOf(PaymentResult.PaymentOpened.class);
        assertThat(kiosk.ask(new Request.FetchVoucher(payment)))
                .isInstanceOf(VoucherResult.Pending.class);

        UUID event = kiosk.send(captured(payment, held));
        await().until(() -> kiosk.acknowledged().contains(event));

        Voucher voucher = issued(payment);
        assertThat(VoucherToken.verify(backend.core().key().verifyingKey(), voucher.token()))
                .hasValueSatisfying(t -> assertThat(t.voucherId()).isEqualTo(voucher.id()));
        assertThat(voucher.merchantName()).isEqualTo("Barber");
        assertThat(voucher.start()).isPresent();
        Sale sale = backend.core().watching().sales().ofPayment(payment).orElseThrow();
        assertThat(sale.kiosk()).isEqualTo(kiosk.id());
        assertThat(sale.member()).contains(mall.member());
        assertThat(sale.look())
                .hasValueSatisfying(l -> assertThat(l.how()).isEqualTo(KioskEvent.How.SCAN));
        await().untilAsserted(
                        () ->
                                assertThat(ledger(payment))
                                        .containsExactly("AUTHORISED", "CAPTURED"));
        assertThat(kiosk.ask(new Request.Slots(mall.haircut(), day, 1)).slots().getFirst())
                .satisfies(slot -> assertThat(slot.free()).isZero());
    }

    @Test
    void theSameEventTwiceCountsOnce() {
        HoldResult.Held held = held(hold(mall.honey(), Optional.empty(), 2));
        UUID payment = opened(held);
        UUID event = Ids.newId();
        KioskEvent captured = captured(payment, held);
        TestKiosk.await(kiosk.send(event, captured));
        TestKiosk.await(kiosk.send(event, captured));
        UUID again = kiosk.send(captured);
        await().until(() -> kiosk.acknowledged().containsAll(List.of(event, again)));

        assertThat(backend.count("select count(*) from inbox where id = ?", event)).isEqualTo(1);
        assertThat(backend.count("select count(*) from bookings where offer_id = ?", mall.honey()))
                .isEqualTo(1);
        assertThat(units()).isEqualTo(TestMall.HONEY_UNITS - 2);
        await().untilAsserted(
                        () ->
                                assertThat(ledger(payment))
                                        .containsExactly("AUTHORISED", "CAPTURED"));
    }

    @Test
    void theLastPlaceIsGivenOnce() {
        List<HoldResult> results =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> hold(mall.haircut(), Optional.empty(), 1)))
                        .toList()
                        .stream()
                        .map(TestKiosk::await)
                        .toList();
        assertThat(results).filteredOn(HoldResult.Held.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(HoldResult.HoldRefused.class::isInstance)
                .containsOnly(new HoldResult.HoldRefused(HoldRefusal.SOLD_OUT));
    }

    @Test
    void aHoldEndsAndItsPlaceIsFreeAgain() {
        HoldResult.Held first = held(hold(mall.honey(), Optional.empty(), 3));
        assertThat(hold(mall.honey(), Optional.empty(), 1))
                .isEqualTo(new HoldResult.HoldRefused(HoldRefusal.SOLD_OUT));
        backend.clock().advance(Duration.ofMinutes(11));
        await().until(
                        () ->
                                backend.count(
                                                "select count(*) from holds where state ="
                                                        + " 'EXPIRED' and id = ?",
                                                first.holdId())
                                        == 1);
        assertThat(kiosk.ask(new Request.OpenPayment(Ids.newId(), first.holdId(), first.amount())))
                .isEqualTo(new PaymentResult.PaymentRefused(PaymentRefusal.HOLD_ENDED));
        held(hold(mall.honey(), Optional.empty(), 3));
    }

    @Test
    void aReleasedHoldIsFreeAtOnceAndARepeatedRequestTakesNothingTwice() {
        Request.Hold request = request(mall.honey(), Optional.empty(), 3);
        assertThat(kiosk.ask(request)).isEqualTo(kiosk.ask(request));
        kiosk.ask(new Request.Release(request.holdId()));
        kiosk.ask(new Request.Release(request.holdId()));
        held(hold(mall.honey(), Optional.empty(), 3));
    }

    @Test
    void moneyAfterTheHoldEndedIsMatchedWhilePlacesAreLeft() {
        HoldResult.Held held = held(hold(mall.haircut(), Optional.empty(), 1));
        UUID payment = opened(held);
        backend.clock().advance(Duration.ofHours(2));
        UUID event = kiosk.send(captured(payment, held));
        await().until(() -> kiosk.acknowledged().contains(event));
        issued(payment);
    }

    @Test
    void moneyAfterTheHoldEndedGoesBackWhereNothingIsLeft() {
        HoldResult.Held late = held(hold(mall.haircut(), Optional.empty(), 1));
        UUID latePayment = opened(late);
        backend.clock().advance(Duration.ofHours(2));
        HoldResult.Held other = held(hold(mall.haircut(), Optional.empty(), 1));
        UUID event = kiosk.send(captured(latePayment, late));
        await().until(() -> kiosk.acknowledged().contains(event));
        assertThat(kiosk.ask(new Request.FetchVoucher(latePayment)))
                .isInstanceOf(VoucherResult.Refunded.class);
        await().untilAsserted(
                        () ->
                                assertThat(ledger(latePayment))
                                        .containsExactly("AUTHORISED", "CAPTURED", "REFUNDED"));
        UUID payment = opened(other);
        kiosk.send(captured(payment, other));
        await().untilAsserted(
                        () ->
                                assertThat(kiosk.ask(new Request.FetchVoucher(payment)))
                                        .isInstanceOf(VoucherResult.Issued.class));
    }

    @Test
    void moneyForUnitsThatTheFeedTookBackGoesBack() {
        HoldResult.Held held = held(hold(mall.honey(), Optional.empty(), 1));
        UUID payment = opened(held);
        backend.core()
                .database()
                .useTransaction(
                        h ->
                                h.execute(
                                        "update stock set units = 0 where offer_id = ?",
                                        mall.honey()));
        UUID event = kiosk.send(captured(payment, held));
        await().until(() -> kiosk.acknowledged().contains(event));
        assertThat(kiosk.ask(new Request.FetchVoucher(payment)))
                .isInstanceOf(VoucherResult.Refunded.class);
        await().untilAsserted(
                        () ->
                                assertThat(ledger(payment))
                                        .containsExactly("AUTHORISED", "CAPTURED", "REFUNDED"));
    }

    @Test
    void moneyThatNothingIsKnownOfGoesBack() {
        UUID payment = Ids.newId();
        kiosk.send(captured(payment, new HoldResult.Held(Ids.newId(), eur(100), Instant.now())));
        await().untilAsserted(
                        () -> assertThat(ledger(payment)).containsExactly("CAPTURED", "REFUNDED"));
    }

    @Test
    void fiveWrongPinsLockTheBadgeForAWhile() {
        for (int left = 4; left > 0; left--) {
            assertThat(login("0000")).isEqualTo(new StaffResult.StaffRefused(left));
        }
        assertThat(login("0000")).isInstanceOf(StaffResult.StaffLocked.class);
        assertThat(login(TestMall.PIN)).isInstanceOf(StaffResult.StaffLocked.class);
        backend.clock().advance(Duration.ofMinutes(6));
        assertThat(login(TestMall.PIN))
                .isInstanceOfSatisfying(
                        StaffResult.StaffAccepted.class,
                        s -> assertThat(s.staff()).isEqualTo(mall.staff()));
        assertThat(kiosk.ask(new Request.StaffLogin("GPS-unknown-" + mall.badge(), "1")))
                .isEqualTo(new StaffResult.StaffRefused(4));
    }

    @Test
    void aRestockCountsOnceAndReachesTheOffersDocument() {
        kiosk.subscribe(BackendFixture.TOPICS.offers(BackendFixture.GROUP));
        KioskEvent restock =
                new KioskEvent.StockRestocked(
                        Ids.newId(), mall.honey(), 12, mall.staff(), Instant.now());
        kiosk.send(restock);
        kiosk.send(restock);
        await().untilAsserted(() -> assertThat(units()).isEqualTo(TestMall.HONEY_UNITS + 12));
        await().untilAsserted(
                        () ->
                                assertThat(kiosk.received())
                                        .anySatisfy(
                                                m ->
                                                        assertThat(
                                                                        new String(
                                                                                m
                                                                                        .getPayloadAsBytes(),
                                                                                StandardCharsets
                                                                                        .UTF_8))
                                                                .contains("\"stock\":15")));
    }

    private StaffResult login(String pin) {
        return kiosk.ask(new Request.StaffLogin(mall.badge(), pin));
    }

    private Voucher issued(UUID payment) {
        VoucherResult result = kiosk.ask(new Request.FetchVoucher(payment));
        assertThat(result).isInstanceOf(VoucherResult.Issued.class);
        return ((VoucherResult.Issued) result).voucher();
    }

    private UUID opened(HoldResult.Held held) {
        UUID payment = Ids.newId();
        assertThat(kiosk.ask(new Request.OpenPayment(payment, held.holdId(), held.amount())))
                .isInstanceOf(PaymentResult.PaymentOpened.class);
        return payment;
    }

    private HoldResult hold(OfferId offer, Optional<MemberRef> member, int quantity) {
        return kiosk.ask(request(offer, member, quantity));
    }

    private Request.Hold request(OfferId offer, Optional<MemberRef> member, int quantity) {
        Optional<SlotId> slot =
                offer.equals(mall.haircut()) ? Optional.of(mall.slot()) : Optional.empty();
        return new Request.Hold(Ids.newId(), SESSION, offer, slot, quantity, member);
    }

    private static HoldResult.Held held(HoldResult result) {
        assertThat(result).isInstanceOf(HoldResult.Held.class);
        return (HoldResult.Held) result;
    }

    private static KioskEvent captured(UUID payment, HoldResult.Held held) {
        return new KioskEvent.PaymentCaptured(
                SESSION,
                payment,
                held.holdId(),
                held.amount(),
                "T-1",
                "A-1",
                Optional.empty(),
                Instant.now());
    }

    private List<String> ledger(UUID payment) {
        return backend.core()
                .database()
                .inTransaction(
                        h ->
                                h.createQuery(
                                                "select entry from ledger where payment_id = :id"
                                                        + " order by entry")
                                        .bind("id", payment)
                                        .mapTo(String.class)
                                        .list());
    }

    private long units() {
        return backend.count("select units from stock where offer_id = ?", mall.honey());
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
