package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.code.Gtin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Reviews: of the offers that they name, or else of all offers with their product's number. Reviews
 * of what is not sold here are ignored, as review feeds cover a maker's whole range.
 */
final class ReviewIntake implements Intake {
    private final Handle handle;
    private final Listener listener;
    private final Batch<FeedLine.OfReview> batch = new Batch<>(this::flush);

    ReviewIntake(Handle handle, Listener listener) {
        this.handle = handle;
        this.listener = listener;
    }

    @Override
    public void take(FeedLine line) {
        if (line instanceof FeedLine.OfReview review) {
            batch.add(review);
        }
    }

    @Override
    public void end() {
        batch.end();
    }

    private void flush(List<FeedLine.OfReview> lines) {
        List<OfferId> named = lines.stream().flatMap(l -> l.offers().stream()).toList();
        Set<OfferId> known = named.isEmpty() ? Set.of() : StockRows.known(handle, named);
        Map<String, List<OfferId>> byGtin = byGtin(lines);
        PreparedBatch off =
                handle.prepareBatch("delete from reviews where offer_id = :offer and id = :id");
        PreparedBatch on =
                handle.prepareBatch(
                        "insert into reviews (id, offer_id, rating, title, text, author,"
                                + " written_on, verified) values (:id, :offer, :rating, :title,"
                                + " :text, :author, :date, :verified)");
        for (FeedLine.OfReview line : lines) {
            List<OfferId> offers = offers(line, known, byGtin);
            if (offers.isEmpty()) {
                listener.ignored();
            }
            for (OfferId offer : offers) {
                off.bind("offer", offer).bind("id", line.review().id()).add();
                add(on, offer, line.review());
                listener.changed();
            }
        }
        if (on.size() > 0) {
            off.execute();
            on.execute();
        }
    }

    private static List<OfferId> offers(
            FeedLine.OfReview line, Set<OfferId> known, Map<String, List<OfferId>> byGtin) {
        List<OfferId> named = line.offers().stream().distinct().filter(known::contains).toList();
        return named.isEmpty()
                ? line.gtins().stream()
                        .map(Gtin::value)
                        .flatMap(g -> byGtin.getOrDefault(g, List.of()).stream())
                        .distinct()
                        .toList()
                : named;
    }

    private Map<String, List<OfferId>> byGtin(List<FeedLine.OfReview> lines) {
        List<String> gtins =
                lines.stream()
                        .flatMap(l -> l.gtins().stream())
                        .map(Gtin::value)
                        .distinct()
                        .toList();
        Map<String, List<OfferId>> offers = new HashMap<>();
        if (!gtins.isEmpty()) {
            handle.createQuery(
                            "select gtin, id from offers where active and gtin in (<gtins>) order"
                                    + " by id")
                    .bindList("gtins", gtins)
                    .map(
                            row ->
                                    Map.entry(
                                            row.getColumn("gtin", String.class),
                                            row.getColumn("id", OfferId.class)))
                    .forEach(
                            e ->
                                    offers.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                            .add(e.getValue()));
        }
        return offers;
    }

    private static void add(PreparedBatch rows, OfferId offer, Review review) {
        rows.bind("id", review.id())
                .bind("offer", offer)
                .bind("rating", review.rating())
                .bind("title", review.title())
                .bind("text", review.text())
                .bind("author", review.author())
                .bind("date", review.date())
                .bind("verified", review.verified())
                .add();
    }
}
