package io.guidepost.backend.stock;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Units on hand. A hold takes nothing from the shelf: it lessens what can be reserved for as long
 * as it runs. Every change has a cause with an id, and the same cause counts once. All methods take
 * part in the caller's transaction.
 */
public final class Stock {
    /** Most units that one restock may add: a slip of the finger must not fill the shop. */
    public static final int MAX_RESTOCK = 10_000;

    private final Clock clock;

    public Stock(Clock clock) {
        this.clock = clock;
    }

    /**
     * Units that can be reserved now. Locks the offer's stock until the transaction ends, so that
     * nobody else reserves the same units.
     *
     * @return empty where the offer has no stock kept
     */
    public OptionalInt reservable(Handle transaction, OfferId offer) {
        OptionalInt units = onHand(transaction, offer);
        return units.isEmpty()
                ? units
                : OptionalInt.of(units.getAsInt() - held(transaction, offer, clock.instant()));
    }

    /**
     * Units on hand, whoever holds them. Locks them as {@link #reservable} does.
     *
     * @return empty where the offer has no stock kept
     */
    public OptionalInt onHand(Handle transaction, OfferId offer) {
        return transaction
                .createQuery("select units from stock where offer_id = :offer for update")
                .bind("offer", offer)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static int held(Handle transaction, OfferId offer, Instant now) {
        return transaction
                .createQuery(
                        "select coalesce(sum(quantity), 0) from holds where offer_id = :offer and"
                                + " state = 'HELD' and expires_at > :now")
                .bind("offer", offer)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** Takes sold units from the shelf; the caller has made sure that they are there. */
    public void sell(Handle transaction, UUID bookingId, OfferId offer, int quantity) {
        move(transaction, new Move(bookingId, offer, -quantity, "SALE", null, null));
    }

    /**
     * Puts units on the shelf as staff reported; the same restock counts once.
     *
     * @throws IllegalArgumentException when the units are not from 1 to {@link #MAX_RESTOCK}, or
     *     the offer has no stock
     */
    public void restock(Handle transaction, KioskId kiosk, KioskEvent.StockRestocked event) {
        if (event.units() < 1 || event.units() > MAX_RESTOCK) {
            throw new IllegalArgumentException(
                    "units: needs 1 to " + MAX_RESTOCK + ", got " + event.units());
        }
        if (onHand(transaction, event.offer()).isEmpty()) {
            throw new IllegalArgumentException("offer: no stock is kept of it");
        }
        move(
                transaction,
                new Move(
                        event.restockId(),
                        event.offer(),
                        event.units(),
                        "RESTOCK",
                        kiosk.value(),
                        event.staff().value()));
    }

    private record Move(
            UUID id,
            OfferId offer,
            int units,
            String cause,
            @Nullable String kiosk,
            @Nullable String staff) {}

    private void move(Handle transaction, Move move) {
        int isNew =
                transaction
                        .createUpdate(
                                "insert into stock_moves (id, offer_id, units, cause, kiosk_id,"
                                        + " staff, moved_at) values (:id, :offer, :units, :cause,"
                                        + " :kiosk, :staff, :now) on conflict do nothing")
                        .bind("id", move.id())
                        .bind("offer", move.offer())
                        .bind("units", move.units())
                        .bind("cause", move.cause())
                        .bind("kiosk", move.kiosk())
                        .bind("staff", move.staff())
                        .bind("now", clock.instant())
                        .execute();
        if (isNew == 1) {
            transaction
                    .createUpdate("update stock set units = units + :units where offer_id = :offer")
                    .bind("units", move.units())
                    .bind("offer", move.offer())
                    .execute();
        }
    }
}
