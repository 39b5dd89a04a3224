package io.guidepost.backend.console;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The inbox in words that head office may see: no member, no session, no card data. */
final class Events {
    private final Database database;

    Events(Database database) {
        this.database = database;
    }

    /**
     * One event.
     *
     * @param at by the kiosk's clock
     * @param note how an offer was found, why a scan was refused or a payment not taken, or a
     *     campaign
     */
    record EventView(
            UUID id,
            KioskId kiosk,
            String type,
            Instant at,
            Instant receivedAt,
            Optional<OfferId> offer,
            Optional<String> title,
            Optional<Money> amount,
            Optional<Integer> units,
            Optional<String> note) {}

    /**
     * The newest events received after an instant, oldest first.
     *
     * @param limit at most so many; of a flood the newest
     */
    List<EventView> after(Instant received, int limit) {
        List<EventView> newest =
                database.inTransaction(
                        h -> {
                            List<Row> rows =
                                    h.createQuery(
                                                    "select source, id, type, happened_at,"
                                                            + " received_at, data from inbox where"
                                                            + " received_at > :after order by"
                                                            + " received_at desc limit :limit")
                                            .bind("after", received)
                                            .bind("limit", limit)
                                            .map(Events::row)
                                            .list();
                            Map<OfferId, String> titles = titles(h, rows);
                            return rows.stream().map(r -> r.view(titles)).toList();
                        });
        return newest.reversed();
    }

    private static Row row(RowView row) {
        Optional<KioskEvent> event;
        try {
            event = Optional.of(Json.read(row.getColumn("data", String.class), KioskEvent.class));
        } catch (BadJson e) {
            // Of a newer kiosk: its type is shown, its content is not understood.
            event = Optional.empty();
        }
        return new Row(
                row.getColumn("id", UUID.class),
                row.getColumn("source", KioskId.class),
                row.getColumn("type", String.class),
                row.getColumn("happened_at", Instant.class),
                row.getColumn("received_at", Instant.class),
                event.map(Events::facts).orElse(Facts.NONE));
    }

    private static Map<OfferId, String> titles(Handle handle, List<Row> rows) {
        List<String> offers =
                rows.stream().flatMap(r -> r.facts.offer.stream()).map(OfferId::value).toList();
        if (offers.isEmpty()) {
            return new HashMap<>();
        }
        Map<OfferId, String> titles = new HashMap<>();
        handle.createQuery("select id, title from offers where id in (<ids>)")
                .bindList("ids", offers)
                .map(
                        r ->
                                Map.entry(
                                        r.getColumn("id", OfferId.class),
                                        r.getColumn("title", String.class)))
                .forEach(e -> titles.put(e.getKey(), e.getValue()));
        return titles;
    }

    private static Facts facts(KioskEvent event) {
        return switch (event) {
            case KioskEvent.OfferViewed e -> Facts.of(e.offer()).with(e.how().name());
            case KioskEvent.ScanRefused e -> Facts.NONE.with(e.reason());
            case KioskEvent.PaymentCaptured e -> Facts.of(e.amount());
            case KioskEvent.PaymentUnknown e -> Facts.of(e.amount());
            case KioskEvent.PaymentNotTaken e -> Facts.NONE.with(e.reason());
            case KioskEvent.VoucherPrinted e -> e.copy() ? Facts.NONE.with("COPY") : Facts.NONE;
            case KioskEvent.StockRestocked e -> Facts.of(e.offer()).with(e.units());
            case KioskEvent.SessionEnded e -> Facts.NONE.with(e.reason());
            case KioskEvent.CampaignShown e -> Facts.NONE.with(e.campaign());
            case KioskEvent.SessionStarted e -> Facts.NONE;
            case KioskEvent.MemberIdentified e -> Facts.NONE;
        };
    }

    private record Facts(
            Optional<OfferId> offer,
            Optional<Money> amount,
            Optional<Integer> units,
            Optional<String> note) {
        static final Facts NONE =
                new Facts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Facts of(OfferId offer) {
            return new Facts(
                    Optional.of(offer), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Facts of(Money amount) {
            return new Facts(
                    Optional.empty(), Optional.of(amount), Optional.empty(), Optional.empty());
        }

        Facts with(String newNote) {
            return new Facts(offer, amount, units, Optional.of(newNote));
        }

        Facts with(int newUnits) {
            return new Facts(offer, amount, Optional.of(newUnits), note);
        }
    }

    private record Row(
            UUID id, KioskId kiosk, String type, Instant at, Instant receivedAt, Facts facts) {
        EventView view(Map<OfferId, String> titles) {
            return new EventView(
                    id,
                    kiosk,
                    type,
                    at,
                    receivedAt,
                    facts.offer,
                    facts.offer.flatMap(o -> Optional.ofNullable(titles.get(o))),
                    facts.amount,
                    facts.units,
                    facts.note);
        }
    }
}
