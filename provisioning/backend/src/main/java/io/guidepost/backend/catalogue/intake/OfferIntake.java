package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Picture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Products or services of a full feed: new ones are added, changed ones updated, those of the same
 * merchants that the feed does not name any more are ended, unless a line is left out that may be
 * about them. Changed rows get version 0, which the import turns into the new version at its end.
 */
final class OfferIntake implements Intake {
    private static final String COLUMNS =
            "kind, title, description, brand, category, gtin, currency, online_minor,"
                    + " regular_minor, member_minor, unit_minor, unit_per, duration_minutes";

    private final Handle handle;
    private final Listener listener;
    private final String kind;
    private final Instant now;
    private final LocalDate today;
    private final BiFunction<OfferLine, String, Picture> pictures;
    private final Batch<OfferLine> batch = new Batch<>(this::flush);
    private final Map<String, Boolean> merchants = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean complete = true;

    /**
     * Takes offers of one kind.
     *
     * @param now the moment of the import in the mall's zone
     * @param pictures takes an offer's link in
     */
    OfferIntake(
            Handle handle,
            Listener listener,
            String kind,
            ZonedDateTime now,
            BiFunction<OfferLine, String, Picture> pictures) {
        this.handle = handle;
        this.listener = listener;
        this.kind = kind;
        this.now = now.toInstant();
        this.today = now.toLocalDate();
        this.pictures = pictures;
    }

    @Override
    public void take(FeedLine line) {
        switch (line) {
            case FeedLine.OfProduct product -> add(OfferLine.of(product));
            case FeedLine.OfService service -> add(OfferLine.of(service));
            case FeedLine.OfMerchant _,
                    FeedLine.OfStock _,
                    FeedLine.OfPrice _,
                    FeedLine.OfReview _,
                    FeedLine.OfMember _,
                    FeedLine.OfStaff _,
                    FeedLine.OfCampaign _ ->
                    throw new IllegalArgumentException("no offer: " + line);
        }
    }

    private void add(OfferLine line) {
        String merchant = line.merchant();
        if (!merchants.computeIfAbsent(merchant, m -> OfferLine.merchantExists(handle, m))) {
            listener.problem(
                    new LineProblem(
                            line.line(),
                            "merchant",
                            "'" + merchant + "' is not in the mall; import merchants first"));
            return;
        }
        seen.add(line.id().value());
        batch.add(line);
    }

    /** What a broken line is about stays as it is; nothing may end while that is unknown. */
    @Override
    public void leftOut(Optional<OfferId> offer) {
        offer.ifPresentOrElse(id -> seen.add(id.value()), () -> complete = false);
    }

    private record Stored(OfferLine.Row row, boolean active, List<Picture> pictures) {}

    private void flush(List<OfferLine> lines) {
        Map<OfferId, Stored> stored = stored(lines.stream().map(OfferLine::id).toList());
        List<OfferLine> fresh = new ArrayList<>();
        List<OfferLine> changed = new ArrayList<>();
        List<OfferLine> repriced = new ArrayList<>();
        Map<OfferId, List<Picture>> newPictures = new HashMap<>();
        for (OfferLine line : lines) {
            Stored before = stored.get(line.id());
            List<Picture> shown = shown(line, before == null ? List.of() : before.pictures());
            if (before == null) {
                fresh.add(line);
                repriced.add(line);
            } else if (!before.active()
                    || !before.row().equals(line.row())
                    || !before.pictures().equals(shown)) {
                changed.add(line);
                if (before.row().cost().online() != line.row().cost().online()) {
                    repriced.add(line);
                }
            }
            if (before == null || !before.pictures().equals(shown)) {
                newPictures.put(line.id(), shown);
            }
        }
        insert(fresh);
        update(changed);
        hang(newPictures);
        PricePoints.remember(handle, today, repriced);
        TimedSales.keep(handle, lines, now);
        StockRows.set(handle, listener, now, lines, stored.keySet());
    }

    /** The line's pictures; those that hang already where one of them cannot be had. */
    private List<Picture> shown(OfferLine line, List<Picture> hung) {
        List<Picture> shown = new ArrayList<>();
        boolean all = true;
        for (String link : line.images()) {
            try {
                shown.add(pictures.apply(line, link));
            } catch (BadPicture e) {
                all = false;
                listener.flaw(
                        new LineProblem(line.line(), "image_link", String.valueOf(e.getMessage())));
            }
        }
        return all || hung.isEmpty() ? shown : hung;
    }

    private Map<OfferId, Stored> stored(List<OfferId> ids) {
        Map<OfferId, List<Picture>> hung = new HashMap<>();
        handle.createQuery(
                        "select offer_id, path, sha256 from offer_pictures where offer_id in"
                                + " (<ids>) order by offer_id, position")
                .bindList("ids", ids)
                .map(
                        row ->
                                Map.entry(
                                        row.getColumn("offer_id", OfferId.class),
                                        new Picture(
                                                row.getColumn("path", String.class),
                                                row.getColumn("sha256", String.class))))
                .forEach(
                        e ->
                                hung.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                        .add(e.getValue()));
        Map<OfferId, Stored> stored = new HashMap<>();
        handle.createQuery("select id, active, " + COLUMNS + " from offers where id in (<ids>)")
                .bindList("ids", ids)
                .map(
                        row ->
                                Map.entry(
                                        row.getColumn("id", OfferId.class),
                                        new Stored(
                                                OfferLine.Row.of(row),
                                                row.getColumn("active", Boolean.class),
                                                hung.getOrDefault(
                                                        row.getColumn("id", OfferId.class),
                                                        List.of()))))
                .forEach(e -> stored.put(e.getKey(), e.getValue()));
        return stored;
    }

    private void insert(List<OfferLine> lines) {
        write(
                "insert into offers (id, merchant_id, "
                        + COLUMNS
                        + ", active, version) values (:id, :merchant, :kind, :title, :description,"
                        + " :brand, :category, :gtin, :currency, :online, :regular, :member, :unit,"
                        + " :per, :minutes, true, 0)",
                lines);
    }

    private void update(List<OfferLine> lines) {
        write(
                "update offers set merchant_id = :merchant, kind = :kind, title = :title,"
                    + " description = :description, brand = :brand, category = :category, gtin ="
                    + " :gtin, currency = :currency, online_minor = :online, regular_minor ="
                    + " :regular, member_minor = :member, unit_minor = :unit, unit_per = :per,"
                    + " duration_minutes = :minutes, active = true, version = 0 where id = :id",
                lines);
    }

    private void write(String sql, List<OfferLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(sql);
        for (OfferLine line : lines) {
            line.row().bindTo(rows.bind("id", line.id()).bind("merchant", line.merchant())).add();
            listener.changed();
        }
        rows.execute();
    }

    private void hang(Map<OfferId, List<Picture>> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        PreparedBatch off =
                handle.prepareBatch("delete from offer_pictures where offer_id = :offer");
        PreparedBatch on =
                handle.prepareBatch(
                        "insert into offer_pictures (offer_id, position, path, sha256) values"
                                + " (:offer, :position, :path, :sha256)");
        pictures.forEach(
                (offer, shown) -> {
                    off.bind("offer", offer).add();
                    for (int i = 0; i < shown.size(); i++) {
                        on.bind("offer", offer)
                                .bind("position", i)
                                .bind("path", shown.get(i).path())
                                .bind("sha256", shown.get(i).sha256())
                                .add();
                    }
                });
        off.execute();
        if (on.size() > 0) {
            on.execute();
        }
    }

    @Override
    public void end() {
        batch.end();
        if (complete) {
            merchants.keySet().forEach(this::endMissing);
        }
    }

    private void endMissing(String merchant) {
        List<String> gone =
                handle
                        .createQuery(
                                "select id from offers where merchant_id = :merchant and kind ="
                                        + " :kind and active")
                        .bind("merchant", merchant)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .stream()
                        .filter(id -> !seen.contains(id))
                        .toList();
        if (gone.isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch("update offers set active = false, version = 0 where id = :id");
        for (String id : gone) {
            rows.bind("id", id).add();
            listener.changed();
        }
        rows.execute();
    }
}
