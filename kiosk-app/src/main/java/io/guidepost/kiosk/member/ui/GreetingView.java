package io.guidepost.kiosk.member.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Section;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.TwoParts;
import io.guidepost.kiosk.ui.Ui;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * "Hello, A••• M.": the name masked, for others stand near; and what the membership is worth here.
 */
public final class GreetingView extends Screen {
    private final Region root;

    /**
     * @param age draws how old a shown price may be
     */
    public GreetingView(Ui ui, GreetingViewModel model, Function<Ui, ? extends Section> age) {
        super(ui);
        VBox hello =
                Nodes.column(
                        "greeting",
                        Nodes.stack("mood good", Icon.PERSON.node("huge")),
                        Nodes.id(
                                "member-name",
                                Nodes.centred(
                                        ui.say("member.hello", model.member().maskedName()), "h1")),
                        Nodes.row(
                                "middle",
                                Nodes.tag(ui.say("home.tier", model.member().tier()), "soft")));
        VBox worth = Nodes.column("outcome", Nodes.centred(ui.say("member.prices"), "body"));
        Optional<Money> price = model.memberPrice();
        if (model.looking().isPresent() && price.isPresent()) {
            if (ui.panel().small()) {
                worth.getChildren().clear();
            }
            Section note = age.apply(ui);
            closeWithMe(note::close);
            worth.getChildren().addAll(offer(model.looking().get(), price.get()), note.node());
        }
        VBox footer =
                Nodes.column(
                        "footer",
                        Tap.main("member-continue", ui.say("member.continue"), model.next()));
        root = Nodes.id("member", TwoParts.of(ui, hello, worth, footer));
    }

    @Override
    public String name() {
        return "member";
    }

    @Override
    public Region node() {
        return root;
    }

    private Region offer(Offer offer, Money price) {
        Photo photo = ui.photo(offer.pictures().stream().findFirst(), 0.5);
        photo.getStyleClass().add("seen-photo");
        HBox prices =
                Nodes.row(
                        "tile-price",
                        Nodes.id(
                                "member-price",
                                Nodes.text(ui.messages().money(price), "price-small")),
                        Nodes.text(ui.messages().money(offer.prices().online()), "struck"));
        Nodes.show(photo, !ui.panel().small());
        return Nodes.row(
                "card member-offer",
                photo,
                Nodes.grow(
                        Nodes.column(
                                "who",
                                Nodes.wrapped(offer.title(), "strong-text"),
                                Nodes.tag(ui.say("price.member"), "strong"),
                                prices)));
    }
}
