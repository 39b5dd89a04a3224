package io.guidepost.backend.console;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.store.Database;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Slides of the attract loop: publish one, end one, see which run. */
final class Campaigns {
    /** Characters that a kiosk can show large. */
    static final int LONGEST_HEADLINE = 80;

    static final int LONGEST_TEXT = 240;
    private static final Duration LONGEST_RUN = Duration.ofDays(366);

    private final Database database;
    private final CatalogueStore catalogue;
    private final OfferPublisher publisher;
    private final Clock clock;

    Campaigns(Database database, CatalogueStore catalogue, OfferPublisher publisher, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A campaign and its offer's title. */
    record CampaignView(
            String id,
            GroupId group,
            String headline,
            String text,
            Optional<String> picture,
            Optional<OfferId> offer,
            Optional<String> offerTitle,
            Instant from,
            Instant until) {}

    /** What a person filled in; all texts, checked here. */
    record Draft(
            Optional<String> group,
            Optional<String> headline,
            Optional<String> text,
            Optional<String> offer,
            Optional<String> from,
            Optional<String> until) {}

    /** A group that campaigns can be published to. */
    record Group(GroupId id, String name) {}

    /** Running and coming ones first, then the newest of the past. */
    List<CampaignView> all() {
        return database.inTransaction(
                h ->
                        h.createQuery(
                                        "select c.*, o.title as offer_title from campaigns c left"
                                                + " join offers o on o.id = c.offer_id order by"
                                                + " case when c.until_at > :now then 0 else 1 end,"
                                                + " c.from_at desc limit 100")
                                .bind("now", clock.instant())
                                .map(Campaigns::view)
                                .list());
    }

    List<Group> groups() {
        return database.inTransaction(
                h ->
                        h.createQuery("select id, name from store_groups order by name")
                                .map(
                                        r ->
                                                new Group(
                                                        r.getColumn("id", GroupId.class),
                                                        r.getColumn("name", String.class)))
                                .list());
    }

    /**
     * Publishes a campaign with its offer's first picture.
     *
     * @return its id
     * @throws BadInput naming the field and its limit
     */
    String publish(Draft draft) {
        String id = "c-" + Ids.newId();
        database.inDurableTransaction(h -> insert(h, id, draft));
        publisher.changed();
        return id;
    }

    /**
     * Ends a campaign now.
     *
     * @return whether it was running or still to come
     */
    boolean end(String id) {
        boolean ended =
                database.inDurableTransaction(
                        h -> {
                            int rows =
                                    h.createUpdate(
                                                    "update campaigns set until_at = :now, from_at"
                                                        + " = case when from_at > :now then :now"
                                                        + " else from_at end where id = :id and"
                                                        + " until_at > :now")
                                            .bind("now", clock.instant())
                                            .bind("id", id)
                                            .execute();
                            if (rows > 0) {
                                catalogue.touch(h, List.of());
                            }
                            return rows > 0;
                        });
        if (ended) {
            publisher.changed();
        }
        return ended;
    }

    private int insert(Handle handle, String id, Draft draft) {
        String group = draft.group().orElse("");
        if (groupIsUnknown(handle, group)) {
            throw new BadInput("group", "needs one of the store groups");
        }
        Instant from = draft.from().map(t -> instant("from", t)).orElseGet(clock::instant);
        Instant until =
                draft.until()
                        .map(t -> instant("until", t))
                        .orElseThrow(() -> new BadInput("until", "needs a time after the start"));
        if (!until.isAfter(from) || !until.isAfter(clock.instant())) {
            throw new BadInput("until", "needs a time after the start and after now");
        }
        if (Duration.between(from, until).compareTo(LONGEST_RUN) > 0) {
            throw new BadInput(
                    "until", "at most " + LONGEST_RUN.toDays() + " days after the start");
        }
        Optional<String> offer = draft.offer().filter(o -> !o.isBlank());
        offer.ifPresent(o -> requireOffer(handle, o));
        int rows =
                handle.createUpdate(
                                "insert into campaigns (id, group_id, headline, text, offer_id,"
                                    + " from_at, until_at, picture_path, picture_sha256) values"
                                    + " (:id, :group, :headline, :text, :offer, :from, :until,"
                                    + " (select path from offer_pictures where offer_id = :offer"
                                    + " and position = (select min(position) from offer_pictures"
                                    + " where offer_id = :offer)), (select sha256 from"
                                    + " offer_pictures where offer_id = :offer and position ="
                                    + " (select min(position) from offer_pictures where offer_id ="
                                    + " :offer)))")
                        .bind("id", id)
                        .bind("group", group)
                        .bind("headline", text("headline", draft.headline(), LONGEST_HEADLINE))
                        .bind("text", text("text", draft.text(), LONGEST_TEXT))
                        .bind("offer", offer.orElse(null))
                        .bind("from", from)
                        .bind("until", until)
                        .execute();
        // The document's version must grow, or a kiosk takes it for the one it has.
        catalogue.touch(handle, List.of());
        return rows;
    }

    private static boolean groupIsUnknown(Handle handle, String group) {
        return handle.createQuery("select count(*) from store_groups where id = :id")
                        .bind("id", group)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }

    private static void requireOffer(Handle handle, String offer) {
        int found =
                handle.createQuery("select count(*) from offers where id = :id and active")
                        .bind("id", offer)
                        .mapTo(Integer.class)
                        .one();
        if (found == 0) {
            throw new BadInput("offer", "needs the id of an offer that is sold");
        }
    }

    private static String text(String field, Optional<String> given, int longest) {
        String text = given.orElse("").strip();
        boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest || control) {
            throw new BadInput(field, "needs 1 to " + longest + " characters");
        }
        return text;
    }

    private static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "needs a time such as 2026-05-01T08:00:00Z");
        }
    }

    private static CampaignView view(RowView row) {
        return new CampaignView(
                row.getColumn("id", String.class),
                row.getColumn("group_id", GroupId.class),
                row.getColumn("headline", String.class),
                row.getColumn("text", String.class),
                Optional.ofNullable(row.getColumn("picture_path", String.class)),
                Optional.ofNullable(row.getColumn("offer_id", OfferId.class)),
                Optional.ofNullable(row.getColumn("offer_title", String.class)),
                row.getColumn("from_at", Instant.class),
                row.getColumn("until_at", Instant.class));
    }
}
