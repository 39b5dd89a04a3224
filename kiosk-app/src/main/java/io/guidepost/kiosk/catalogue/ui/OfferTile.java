package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.catalogue.OfferCard;
import io.guidepost.kiosk.ui.ClampedText;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One offer as a card: picture, what it is, what it costs. */
final class OfferTile {
    private OfferTile() {}

    /**
     * Draws the card.
     *
     * @param member whether the customer is a known member: their price is shown then
     */
    static Tap of(Ui ui, OfferCard card, boolean member, Ways ways) {
        Offer offer = card.offer();
        Photo photo = ui.photo(offer.pictures().stream().findFirst(), 0.5);
        photo.getStyleClass().add("tile-photo");
        StackPane picture = Nodes.stack("tile-picture", photo);
        boolean special = !offer.prices().payable(member).equals(offer.prices().online());
        // The reduction is that of the online price, and says nothing beside another.
        card.discount()
                .filter(_ -> !special)
                .ifPresent(
                        honest -> {
                            HBox tag = Nodes.tag(ui.say("price.off", honest.percent()), "strong");
                            StackPane.setAlignment(tag, Pos.TOP_LEFT);
                            picture.getChildren().add(tag);
                        });
        VBox text =
                Nodes.column(
                        "tile-text",
                        new ClampedText(offer.title(), 3, "tile-title"),
                        new ClampedText(card.merchantName(), 1, "note"),
                        Nodes.space(),
                        price(ui, offer, member));
        Nodes.grow(text);
        VBox body = Nodes.column("tile-body", picture, text);
        Nodes.grow(body);
        Tap tap =
                new Tap(
                                "offer-" + offer.id().value().replace(':', '-'),
                                offer.title(),
                                () -> ways.offer().accept(offer.id()),
                                body)
                        .styled("tile");
        tap.setMaxWidth(Double.MAX_VALUE);
        return tap;
    }

    private static Region price(Ui ui, Offer offer, boolean member) {
        Money payable = offer.prices().payable(member);
        boolean special = !payable.equals(offer.prices().online());
        FlowPane row =
                Nodes.wrapRow("tile-price", Nodes.text(ui.messages().money(payable), "tile-money"));
        if (special) {
            row.getChildren().add(Nodes.tag(ui.say("price.member.short"), "soft"));
        } else if (offer.kind() == Offer.Kind.PRODUCT && !offer.inStock()) {
            row.getChildren().add(Nodes.text(ui.say("stock.none"), "note"));
        }
        return row;
    }
}
