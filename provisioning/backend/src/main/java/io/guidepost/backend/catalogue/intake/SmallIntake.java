package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.member.Staff;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.id.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Feeds of a few lines, taken row by row: merchants, members, staff, campaigns. */
final class SmallIntake implements Intake {
    private final Handle handle;
    private final Listener listener;
    private final People people;
    private final GroupId group;
    private final BiFunction<Long, String, Picture> pictures;

    /** Where members and staff go. */
    record People(Members members, Staff staff) {}

    /**
     * Takes lines of any of these kinds.
     *
     * @param pictures takes a campaign's link in
     */
    SmallIntake(
            Handle handle,
            Listener listener,
            People people,
            GroupId group,
            BiFunction<Long, String, Picture> pictures) {
        this.handle = handle;
        this.listener = listener;
        this.people = people;
        this.group = group;
        this.pictures = pictures;
    }

    @Override
    public void take(FeedLine line) {
        switch (line) {
            case FeedLine.OfMerchant merchant -> merchant(merchant);
            case FeedLine.OfMember m -> {
                people.members()
                        .add(
                                handle,
                                people.members().refOf(m.code().value()),
                                m.code().value(),
                                m.name(),
                                m.tier(),
                                m.joined());
                listener.changed();
            }
            case FeedLine.OfStaff s -> {
                people.staff()
                        .add(
                                handle,
                                people.staff().refOf(s.badge().value()),
                                s.badge().value(),
                                s.name(),
                                s.pin());
                listener.changed();
            }
            case FeedLine.OfCampaign campaign -> campaign(campaign);
            case FeedLine.OfProduct _,
                    FeedLine.OfService _,
                    FeedLine.OfStock _,
                    FeedLine.OfPrice _,
                    FeedLine.OfReview _ ->
                    throw new IllegalArgumentException("not taken here: line " + line.line());
        }
    }

    @Override
    public void end() {
        // Each line was written when it came.
    }

    private void merchant(FeedLine.OfMerchant line) {
        String set =
                "update merchants set name = :name, region = :region, city = :city, address ="
                        + " :address, category = :category, certified = :certified where id = :id";
        String insert =
                "insert into merchants (id, name, region, city, address, category, certified)"
                        + " values (:id, :name, :region, :city, :address, :category, :certified)";
        for (String sql : List.of(set, insert)) {
            Update update =
                    handle.createUpdate(sql)
                            .bind("id", line.merchant().id())
                            .bind("name", line.merchant().name())
                            .bind("region", line.merchant().region())
                            .bind("city", line.merchant().city())
                            .bind("address", line.merchant().address())
                            .bind("category", line.merchant().category())
                            .bind("certified", line.merchant().certified());
            if (update.execute() > 0) {
                listener.changed();
                return;
            }
        }
    }

    private void campaign(FeedLine.OfCampaign line) {
        if (line.offer().isPresent()
                && StockRows.known(handle, List.of(line.offer().get())).isEmpty()) {
            listener.problem(new LineProblem(line.line(), "offer", "is not in the catalogue"));
            return;
        }
        Optional<Picture> picture;
        try {
            picture = line.image().map(link -> pictures.apply(line.line(), link));
        } catch (BadPicture e) {
            listener.problem(
                    new LineProblem(line.line(), "image_link", String.valueOf(e.getMessage())));
            return;
        }
        handle.createUpdate("delete from campaigns where id = :id").bind("id", line.id()).execute();
        handle.createUpdate(
                        "insert into campaigns (id, group_id, headline, text, picture_path,"
                                + " picture_sha256, offer_id, from_at, until_at) values (:id,"
                                + " :group, :headline, :text, :path, :sha256, :offer, :from,"
                                + " :until)")
                .bind("id", line.id())
                .bind("group", group)
                .bind("headline", line.headline())
                .bind("text", line.text())
                .bind("path", picture.map(Picture::path).orElse(null))
                .bind("sha256", picture.map(Picture::sha256).orElse(null))
                .bind("offer", line.offer().map(Object::toString).orElse(null))
                .bind("from", line.from())
                .bind("until", line.until())
                .execute();
        listener.changed();
    }
}
