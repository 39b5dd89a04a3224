package io.guidepost.kiosk.screens;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.MemberView;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.contract.sign.VoucherToken;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.EventLog;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A backend in memory that keeps its promises: slots, holds, payments, vouchers, members, staff.
 */
final class ShopBackend implements Backend, EventLog {
    static final MemberCode MEMBER = MemberCode.of(1234567890L);
    static final BadgeCode BADGE = BadgeCode.of(4711);
    static final String PIN = "2580";

    private final SampleShop shop;
    private final Clock clock;
    private final SigningKey key = SigningKey.generate();
    private final LiveValue<Connection> connection = new LiveValue<>(Connection.ONLINE);
    private final Map<UUID, Held> holds = new HashMap<>();
    private final Map<UUID, UUID> payments = new HashMap<>();
    private final List<KioskEvent> events = new CopyOnWriteArrayList<>();
    private final Map<SlotId, Integer> taken = new HashMap<>();
    private final Map<Class<?>, CompletableFuture<Void>> keptBack = new ConcurrentHashMap<>();
    private int wrongPins;

    private record Held(Request.Hold request, Reply.HoldResult.Held reply, Optional<Slot> slot) {}

    ShopBackend(SampleShop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    List<KioskEvent> events() {
        return events;
    }

    void connect(Connection next) {
        connection.set(next);
    }

    @Override
    public Observable<Connection> connection() {
        return connection;
    }

    @Override
    public void record(KioskEvent event) {
        events.add(event);
        if (event instanceof KioskEvent.StockRestocked(var _, var id, int units, var _, var _)) {
            Offer offer = shop.offer(id).orElseThrow();
            shop.change(
                    new Offer(
                            offer.id(),
                            offer.merchant(),
                            offer.kind(),
                            offer.title(),
                            offer.description(),
                            offer.brand(),
                            offer.category(),
                            offer.gtin(),
                            offer.pictures(),
                            offer.prices(),
                            offer.unit(),
                            Optional.of(offer.stock().orElse(0) + units),
                            offer.duration(),
                            offer.version() + 1));
        }
    }

    @Override
    public <R extends Reply> CompletionStage<Answer<R>> ask(Request<R> request) {
        if (connection.get() != Connection.ONLINE) {
            return CompletableFuture.completedStage(new Answer.NoAnswer<>(Answer.Reason.OFFLINE));
        }
        return keptBack.getOrDefault(request.getClass(), CompletableFuture.completedFuture(null))
                .thenApplyAsync(
                        _ -> new Answer.Answered<>(request.replyType().cast(answer(request))));
    }

    /** Keeps answers to this kind of request back from now on, until what is returned is run. */
    Runnable keepBack(Class<? extends Request<?>> kind) {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        keptBack.put(kind, gate);
        return () -> {
            keptBack.remove(kind, gate);
            gate.complete(null);
        };
    }

    private synchronized Reply answer(Request<?> request) {
        return switch (request) {
            case Request.Slots slots -> new Reply.SlotList(slots(slots));
            case Request.Hold hold -> hold(hold);
            case Request.Release(UUID id) -> {
                holds.remove(id);
                yield new Reply.Released();
            }
            case Request.OpenPayment(UUID payment, UUID hold, var amount) -> {
                if (!holds.containsKey(hold)) {
                    yield new Reply.PaymentResult.PaymentRefused(Reply.PaymentRefusal.HOLD_ENDED);
                }
                payments.put(payment, hold);
                yield new Reply.PaymentResult.PaymentOpened(
                        payment, amount, "K7RM4T2X", clock.instant().plus(Duration.ofMinutes(5)));
            }
            case Request.FetchVoucher(UUID payment) ->
                    new Reply.VoucherResult.Issued(voucher(payment));
            case Request.Member(String code) ->
                    code.equals(MEMBER.value())
                            ? new Reply.MemberResult.MemberFound(
                                    new MemberView(
                                            new MemberRef("m-0001"),
                                            "A\u2022\u2022\u2022 M.",
                                            "Gold"))
                            : new Reply.MemberResult.MemberUnknown();
            case Request.StaffLogin(String badge, String pin) -> staff(badge, pin);
        };
    }

    private Reply staff(String badge, String pin) {
        if (wrongPins >= 5) {
            return new Reply.StaffResult.StaffLocked(clock.instant().plus(Duration.ofMinutes(10)));
        }
        if (badge.equals(BADGE.value()) && pin.equals(PIN)) {
            return new Reply.StaffResult.StaffAccepted(
                    new StaffRef("s-0001"), "Ines Vogt", clock.instant().plus(Duration.ofHours(1)));
        }
        wrongPins++;
        return wrongPins >= 5
                ? new Reply.StaffResult.StaffLocked(clock.instant().plus(Duration.ofMinutes(10)))
                : new Reply.StaffResult.StaffRefused(5 - wrongPins);
    }

    private List<Slot> slots(Request.Slots wanted) {
        List<Slot> all = new ArrayList<>();
        for (int day = 0; day < wanted.days(); day++) {
            LocalDate date = wanted.from().plusDays(day);
            for (int i = 0; i < 9; i++) {
                Instant start =
                        date.atTime(LocalTime.of(10, 0).plusMinutes(45L * i))
                                .atZone(clock.getZone())
                                .toInstant();
                if (start.isAfter(clock.instant())) {
                    SlotId id = new SlotId(wanted.offer().value() + ":" + date + "-" + i);
                    int free = Math.max(0, (i * 7 + day) % 4 - taken.getOrDefault(id, 0));
                    all.add(
                            new Slot(
                                    id,
                                    wanted.offer(),
                                    start,
                                    start.plus(Duration.ofMinutes(45)),
                                    free));
                }
            }
        }
        return all;
    }

    private Reply hold(Request.Hold hold) {
        Offer offer = shop.offer(hold.offer()).orElseThrow();
        Optional<Slot> slot =
                hold.slot()
                        .flatMap(
                                id ->
                                        slots(
                                                        new Request.Slots(
                                                                hold.offer(),
                                                                LocalDate.now(clock),
                                                                7))
                                                .stream()
                                                .filter(s -> s.id().equals(id))
                                                .findFirst());
        if (slot.map(s -> s.free() <= 0).orElse(false)) {
            return new Reply.HoldResult.HoldRefused(Reply.HoldRefusal.SOLD_OUT);
        }
        Reply.HoldResult.Held held =
                new Reply.HoldResult.Held(
                        hold.holdId(),
                        offer.prices().payable(hold.member().isPresent()).times(hold.quantity()),
                        clock.instant().plus(Duration.ofMinutes(5)));
        holds.put(hold.holdId(), new Held(hold, held, slot));
        return held;
    }

    /** Somebody else takes all places of this slot. */
    synchronized void takeAll(SlotId slot) {
        taken.put(slot, 99);
    }

    private Voucher voucher(UUID payment) {
        Held held = holds.get(payments.get(payment));
        if (held == null) {
            throw new IllegalStateException("no hold for payment " + payment);
        }
        Offer offer = shop.offer(held.request().offer()).orElseThrow();
        UUID id =
                UUID.nameUUIDFromBytes(
                        payment.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Instant until = clock.instant().plus(Duration.ofDays(30));
        return new Voucher(
                id,
                payment,
                "K7RM4T2X",
                VoucherToken.issue(key, id, until),
                offer.id(),
                offer.title(),
                shop.merchant(offer.merchant()).orElseThrow().name(),
                "Am Wall 12, 28195 Bremen",
                held.request().quantity(),
                held.reply().amount(),
                held.slot().map(Slot::start),
                until);
    }
}
