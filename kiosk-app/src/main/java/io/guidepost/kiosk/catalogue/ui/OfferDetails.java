package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.PricePoint;
import io.guidepost.contract.catalogue.Review;
import io.guidepost.contract.catalogue.ReviewDigest;
import io.guidepost.kiosk.catalogue.OfferCard;
import io.guidepost.kiosk.catalogue.OfferPage;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.PricePlot;
import io.guidepost.kiosk.ui.Stars;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands below an offer's price: words, history, reviews, the same elsewhere. */
final class OfferDetails {
    private static final int PLOT_DAYS = 90;
    private static final int REVIEWS_SHOWN = 4;

    private final Ui ui;
    private final Ways ways;

    OfferDetails(Ui ui, Ways ways) {
        this.ui = ui;
        this.ways = ways;
    }

    List<Node> of(OfferPage page) {
        List<Node> all = new ArrayList<>();
        Offer offer = page.offer();
        if (!page.others().isEmpty()) {
            all.add(elsewhere(page.others()));
        }
        if (!offer.description().isBlank()) {
            all.add(Nodes.wrapped(offer.description(), "body"));
        }
        if (page.history().size() > 1) {
            all.add(history(page));
        }
        page.reviews().ifPresent(reviews -> all.add(reviews(reviews)));
        return all;
    }

    private Node elsewhere(List<OfferCard> others) {
        VBox card = Nodes.column("card", Nodes.wrapped(ui.say("offer.elsewhere"), "h2"));
        for (OfferCard other : others) {
            VBox who = Nodes.column("who", Nodes.wrapped(other.merchantName(), "strong-text"));
            other.merchant()
                    .ifPresent(
                            merchant ->
                                    who.getChildren()
                                            .add(
                                                    Nodes.wrapped(
                                                            merchant.city()
                                                                    + (other.offer().inStock()
                                                                            ? ""
                                                                            : " · "
                                                                                    + ui.say(
                                                                                            "stock.none")),
                                                            "note")));
            card.getChildren()
                    .add(
                            new Tap(
                                            "other-" + other.offer().id().value().replace(':', '-'),
                                            other.merchantName(),
                                            () -> ways.offer().accept(other.offer().id()),
                                            Nodes.grow(who),
                                            Nodes.text(
                                                    ui.messages()
                                                            .money(other.offer().prices().online()),
                                                    "pair-value"),
                                            Icon.FORWARD.node("muted"))
                                    .styled("list-row"));
        }
        return card;
    }

    private Node history(OfferPage page) {
        LocalDate today = LocalDate.now(ui.messages().zone());
        List<PricePoint> points =
                page.history().stream().sorted(Comparator.comparing(PricePoint::from)).toList();
        LocalDate begin = today.minusDays(PLOT_DAYS);
        List<PricePlot.Step> steps = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean over = i + 1 < points.size() && !points.get(i + 1).from().isAfter(begin);
            if (!over) {
                steps.add(
                        new PricePlot.Step(
                                Math.max(0, ChronoUnit.DAYS.between(begin, points.get(i).from())),
                                points.get(i).online().minor()));
            }
        }
        VBox card =
                Nodes.column(
                        "card",
                        Nodes.wrapped(ui.say("history.title", PLOT_DAYS), "h2"),
                        new PricePlot(steps, PLOT_DAYS),
                        Nodes.row(
                                "plot-days",
                                Nodes.text(ui.messages().dayAndMonth(begin), "small"),
                                Nodes.space(),
                                Nodes.text(ui.say("history.today"), "small")));
        page.lowest()
                .ifPresent(
                        lowest ->
                                card.getChildren()
                                        .add(
                                                Nodes.wrapped(
                                                        ui.count(
                                                                "history.lowest",
                                                                page.windowDays(),
                                                                ui.messages().money(lowest)),
                                                        "note")));
        return card;
    }

    private Node reviews(ReviewDigest reviews) {
        VBox average =
                Nodes.column(
                        "average",
                        Nodes.text(ui.messages().decimal(reviews.average()), "price"),
                        new Stars(reviews.average()),
                        Nodes.text(ui.count("reviews.count", reviews.count()), "small"));
        VBox bars = Nodes.column("bars");
        for (int stars = 5; stars >= 1; stars--) {
            int count = reviews.histogram().get(stars - 1);
            bars.getChildren().add(bar(stars, count, reviews.count()));
        }
        VBox card =
                Nodes.column(
                        "card",
                        Nodes.wrapped(ui.say("reviews.title"), "h2"),
                        Nodes.row("review-numbers", average, Nodes.grow(bars)),
                        Nodes.row(
                                "verified",
                                Icon.SEAL.node("accent"),
                                Nodes.grow(
                                        Nodes.wrapped(
                                                ui.count("reviews.verified", reviews.verified()),
                                                "note"))));
        reviews.newest().stream()
                .limit(REVIEWS_SHOWN)
                .forEach(review -> card.getChildren().add(review(review)));
        return card;
    }

    private Node bar(int stars, int count, int all) {
        double share = all == 0 ? 0 : (double) count / all;
        Region full = new Region();
        full.getStyleClass().add("bar-full");
        StackPane track =
                new StackPane(full) {
                    @Override
                    protected void layoutChildren() {
                        full.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
                    }
                };
        full.setManaged(false);
        track.getStyleClass().add("bar-track");
        return Nodes.row(
                "bar-row",
                Nodes.text(ui.messages().number(stars), "small"),
                Nodes.grow(track),
                Nodes.stack("bar-count", Nodes.text(ui.messages().number(count), "small")));
    }

    private Node review(Review review) {
        HBox who =
                Nodes.row(
                        "review-who",
                        Nodes.grow(
                                Nodes.wrapped(
                                        review.author() + " · " + ui.messages().date(review.date()),
                                        "small")));
        if (review.verified()) {
            who.getChildren().add(Nodes.tag(ui.say("review.verified"), "soft"));
        }
        VBox box = Nodes.column("review", new Stars(review.rating()));
        if (!review.title().isBlank()) {
            box.getChildren().add(Nodes.wrapped(review.title(), "strong-text"));
        }
        box.getChildren().addAll(Nodes.wrapped(review.text(), "body"), who);
        return box;
    }
}
