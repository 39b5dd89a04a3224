package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.Prices;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.catalogue.OfferPage;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Ui;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * What an offer costs: the price that this customer pays in large type, each other price labelled,
 * a discount only where the history bears it out (Directive 98/6/EC, articles 3 and 6a).
 */
final class PriceBlock {
    private final Ui ui;
    private final OfferPage page;
    private final boolean member;

    PriceBlock(Ui ui, OfferPage page, boolean member) {
        this.ui = ui;
        this.page = page;
        this.member = member;
    }

    Region node() {
        Offer offer = page.offer();
        Prices prices = offer.prices();
        Money payable = prices.payable(member);
        boolean special = !payable.equals(prices.online());
        Text large = Nodes.id("price", Nodes.text(ui.messages().money(payable), "price"));
        FlowPane first = Nodes.wrapRow("price-row", large);
        VBox block = Nodes.column("price-block", first);
        if (special) {
            first.getChildren().add(Nodes.tag(ui.say("price.member"), "strong"));
            block.getChildren()
                    .add(
                            pair(
                                    "price-online",
                                    ui.say("price.online"),
                                    ui.messages().money(prices.online())));
        } else {
            page.discount()
                    .ifPresent(
                            honest ->
                                    first.getChildren()
                                            .add(
                                                    Nodes.tag(
                                                            ui.say("price.off", honest.percent()),
                                                            "strong")));
            prices.member()
                    .filter(cheaper -> cheaper.compareTo(prices.online()) < 0)
                    .ifPresent(
                            cheaper -> {
                                HBox pair =
                                        pair(
                                                "price-member",
                                                ui.say("price.member"),
                                                ui.messages().money(cheaper));
                                pair.getStyleClass().add("accent-pair");
                                block.getChildren().add(pair);
                            });
        }
        offer.unit()
                .ifPresent(
                        unit ->
                                block.getChildren()
                                        .add(
                                                pair(
                                                        "price-unit",
                                                        ui.say("price.unit"),
                                                        ui.say(
                                                                "price.per",
                                                                ui.messages().money(unit.price()),
                                                                unit.per()))));
        page.lowest()
                .ifPresent(
                        lowest ->
                                block.getChildren()
                                        .add(
                                                pair(
                                                        "price-lowest",
                                                        ui.count(
                                                                page.discount().isPresent()
                                                                        ? "price.lowestBefore"
                                                                        : "price.lowest",
                                                                page.windowDays()),
                                                        ui.messages()
                                                                .money(
                                                                        page.discount()
                                                                                .map(
                                                                                        d ->
                                                                                                d
                                                                                                        .lowest())
                                                                                .orElse(lowest)))));
        prices.inStore()
                .ifPresent(
                        shelf ->
                                block.getChildren()
                                        .add(
                                                pair(
                                                        "price-shelf",
                                                        ui.say("price.shelf"),
                                                        ui.messages().money(shelf))));
        block.getChildren().add(availability(offer));
        return block;
    }

    private Node availability(Offer offer) {
        if (offer.kind() == Offer.Kind.SERVICE) {
            String length =
                    offer.duration()
                            .map(d -> ui.count("service.minutes", d.toMinutes()))
                            .orElse(ui.say("service.bySlot"));
            return Nodes.row(
                    "availability",
                    Icon.CLOCK.node("muted"),
                    Nodes.grow(Nodes.wrapped(length, "body")));
        }
        int stock = offer.stock().orElse(0);
        String words =
                stock > 0
                        ? ui.say("stock.some", ui.messages().number(stock))
                        : ui.say("stock.none");
        return Nodes.row(
                "availability",
                (stock > 0 ? Icon.CHECK : Icon.CROSS).node(stock > 0 ? "accent" : "alert"),
                Nodes.grow(Nodes.id("stock", Nodes.wrapped(words, "body"))));
    }

    private static HBox pair(String id, String label, String value) {
        return Nodes.id(
                id,
                Nodes.row(
                        "pair",
                        Nodes.grow(Nodes.wrapped(label, "note")),
                        Nodes.text(value, "pair-value")));
    }
}
