package io.guidepost.backend.booking;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.stock.Stock;
import io.guidepost.contract.booking.Reply.HoldRefusal;
import io.guidepost.contract.booking.Reply.HoldResult;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.booking.Slot;
import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.KioskId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps places in slots and units of goods for a customer while they pay. Whatever counts free
 * places or decides on a hold has locked the row of the slot or the stock first, so the last one is
 * given once; in the order slot or stock, hold, payment, so that two never wait for each other. All
 * methods take part in the caller's transaction.
 */
public final class Holds {
    /** Holds that one kiosk may have running, so that no kiosk can empty the mall. */
    public static final int MAX_RUNNING = 20;

    private static final int MAX_QUANTITY = 20;

    private final CatalogueStore catalogue;
    private final Stock stock;
    private final Members members;
    private final Clock clock;
    private final HoldTimes times;
    private final Slots slots;

    public Holds(
            CatalogueStore catalogue,
            Stock stock,
            Members members,
            Clock clock,
            ZoneId zone,
            HoldTimes times) {
        this.catalogue = catalogue;
        this.stock = stock;
        this.members = members;
        this.clock = clock;
        this.times = times;
        this.slots = new Slots(clock, zone);
    }

    /**
     * Slots of a service.
     *
     * @throws BadRequest when {@code days} is not from 1 to 31
     */
    public List<Slot> slots(Handle transaction, OfferId offer, LocalDate from, int days) {
        if (days < 1 || days > Slots.MAX_DAYS) {
            throw new BadRequest("days: needs 1 to " + Slots.MAX_DAYS + ", got " + days);
        }
        return slots.list(transaction, offer, from, days);
    }

    /**
     * Holds a place or units. The same hold id gives the same answer, also when both requests come
     * at the same time: the second waits for the lock and looks again.
     *
     * @throws BadRequest when the id was used otherwise, the member is not known, or the kiosk has
     *     {@link #MAX_RUNNING} holds already
     */
    public HoldResult hold(Handle transaction, KioskId kiosk, Request.Hold request) {
        Optional<HoldRow> known = HoldTable.find(transaction, request.holdId());
        if (known.isPresent()) {
            return repeated(known.get(), kiosk, request);
        }
        Optional<Offer> found = catalogue.offer(transaction, request.offer());
        if (found.isEmpty()) {
            return new HoldResult.HoldRefused(HoldRefusal.UNKNOWN_OFFER);
        }
        if (request.quantity() < 1 || request.quantity() > MAX_QUANTITY) {
            return new HoldResult.HoldRefused(HoldRefusal.QUANTITY);
        }
        if (request.member().isPresent() && !members.knows(transaction, request.member().get())) {
            throw new BadRequest("member: not known");
        }
        Offer offer = found.get();
        Optional<HoldRefusal> refusal =
                offer.kind() == Offer.Kind.SERVICE && request.slot().isEmpty()
                        ? Optional.of(HoldRefusal.SLOT_NEEDED)
                        : unavailable(transaction, offer, request.slot(), request.quantity());
        Optional<HoldRow> meanwhile = HoldTable.find(transaction, request.holdId());
        if (meanwhile.isPresent()) {
            return repeated(meanwhile.get(), kiosk, request);
        }
        if (refusal.isPresent()) {
            return new HoldResult.HoldRefused(refusal.get());
        }
        if (HoldTable.running(transaction, kiosk, clock.instant()) >= MAX_RUNNING) {
            throw new BadRequest("holds: at most " + MAX_RUNNING + " at a time");
        }
        HoldRow hold = newHold(kiosk, request, offer);
        HoldTable.insert(transaction, hold, clock.instant());
        touchGoods(transaction, hold);
        return new HoldResult.Held(hold.id(), hold.amount(), hold.expiresAt());
    }

    private static HoldResult repeated(HoldRow hold, KioskId kiosk, Request.Hold request) {
        boolean same =
                hold.kiosk().equals(kiosk)
                        && hold.offer().equals(request.offer())
                        && hold.quantity() == request.quantity();
        if (!same) {
            throw new BadRequest("holdId: used for something else");
        }
        return new HoldResult.Held(hold.id(), hold.amount(), hold.expiresAt());
    }

    private HoldRow newHold(KioskId kiosk, Request.Hold request, Offer offer) {
        return new HoldRow(
                request.holdId(),
                kiosk,
                request.session(),
                request.offer(),
                offer.kind() == Offer.Kind.SERVICE ? request.slot() : Optional.empty(),
                request.quantity(),
                request.member(),
                offer.prices().payable(request.member().isPresent()).times(request.quantity()),
                HoldRow.State.HELD,
                false,
                now().plus(times.hold()));
    }

    /** Why this quantity cannot be had now, with the row locked that decides about it. */
    private Optional<HoldRefusal> unavailable(
            Handle transaction, Offer offer, Optional<SlotId> slot, int quantity) {
        if (offer.kind() == Offer.Kind.PRODUCT) {
            return stock.reservable(transaction, offer.id()).orElse(0) < quantity
                    ? Optional.of(HoldRefusal.SOLD_OUT)
                    : Optional.empty();
        }
        Optional<Slot> place =
                slot.flatMap(id -> slots.lock(transaction, id))
                        .filter(s -> s.service().equals(offer.id()))
                        .filter(s -> s.start().isAfter(clock.instant()));
        if (place.isEmpty()) {
            return Optional.of(HoldRefusal.CLOSED);
        }
        return place.get().free() < quantity ? Optional.of(HoldRefusal.SOLD_OUT) : Optional.empty();
    }

    /** Gives a locked hold back; an ended one is left as it is. */
    public boolean release(Handle transaction, HoldRow hold) {
        boolean held = hold.state() == HoldRow.State.HELD;
        if (held) {
            end(transaction, hold, HoldRow.State.RELEASED);
        }
        return held;
    }

    /** Notes that a locked hold is to be given back as soon as nobody can pay for it any more. */
    public void askBack(Handle transaction, HoldRow hold) {
        HoldTable.askedBack(transaction, hold.id());
    }

    /** The hold of this kiosk, locked with its slot or stock until the transaction ends. */
    public Optional<HoldRow> lock(Handle transaction, KioskId kiosk, UUID holdId) {
        Optional<HoldRow> hold =
                HoldTable.find(transaction, holdId).filter(h -> h.kiosk().equals(kiosk));
        hold.ifPresent(
                h ->
                        h.slot()
                                .ifPresentOrElse(
                                        slot -> slots.lock(transaction, slot),
                                        () -> stock.onHand(transaction, h.offer())));
        return hold.flatMap(h -> HoldTable.lock(transaction, h.id()));
    }

    /** Lengthens a running, locked hold to cover the terminal's time; gives its new end. */
    public Instant coverPayment(Handle transaction, HoldRow hold) {
        return atLeast(transaction, hold, now().plus(times.payment()));
    }

    /**
     * Lengthens a locked hold while nobody knows whether the terminal took the money, unless its
     * time is over and what it kept is another's by now.
     */
    public void coverUnknown(Handle transaction, HoldRow hold) {
        boolean keeps =
                hold.runsAt(clock.instant())
                        || (hold.state() == HoldRow.State.HELD && stillFree(transaction, hold));
        if (keeps) {
            atLeast(transaction, hold, now().plus(times.unknown()));
        }
    }

    /** In milliseconds, so that what is answered first and what is read back later are equal. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant atLeast(Handle transaction, HoldRow hold, Instant end) {
        if (!end.isAfter(hold.expiresAt())) {
            return hold.expiresAt();
        }
        HoldTable.expiresAt(transaction, hold.id(), end);
        return end;
    }

    /**
     * Turns a locked hold into a booked one: while it runs unless its units are gone, else where
     * its quantity can still be had.
     *
     * @return false where nothing is left, or the hold is booked already
     */
    public boolean book(Handle transaction, HoldRow hold) {
        if (hold.state() == HoldRow.State.BOOKED) {
            return false;
        }
        boolean given =
                hold.runsAt(clock.instant())
                        ? stillThere(transaction, hold)
                        : stillFree(transaction, hold);
        if (given) {
            end(transaction, hold, HoldRow.State.BOOKED);
        }
        return given;
    }

    /** Units of a running hold may be gone: a feed that counts the shelf asks no hold. */
    private boolean stillThere(Handle transaction, HoldRow hold) {
        return hold.slot().isPresent()
                || stock.onHand(transaction, hold.offer()).orElse(0) >= hold.quantity();
    }

    private boolean stillFree(Handle transaction, HoldRow hold) {
        return catalogue
                .offer(transaction, hold.offer())
                .filter(o -> unavailable(transaction, o, hold.slot(), hold.quantity()).isEmpty())
                .isPresent();
    }

    /**
     * Ends the holds whose time is over, at most a thousand.
     *
     * @return how many
     */
    public int expire(Handle transaction) {
        List<HoldRow> overdue = HoldTable.overdue(transaction, clock.instant());
        overdue.forEach(h -> HoldTable.state(transaction, h.id(), HoldRow.State.EXPIRED));
        Set<OfferId> goods =
                overdue.stream()
                        .filter(h -> h.slot().isEmpty())
                        .map(HoldRow::offer)
                        .collect(Collectors.toSet());
        if (!goods.isEmpty()) {
            catalogue.touch(transaction, goods);
        }
        return overdue.size();
    }

    private void end(Handle transaction, HoldRow hold, HoldRow.State state) {
        HoldTable.state(transaction, hold.id(), state);
        touchGoods(transaction, hold);
    }

    /** What can be reserved of goods is part of the catalogue; free places of slots are asked. */
    private void touchGoods(Handle transaction, HoldRow hold) {
        if (hold.slot().isEmpty()) {
            catalogue.touch(transaction, List.of(hold.offer()));
        }
    }
}
