package io.guidepost.kiosk.staff.ui;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.kiosk.staff.Shelf;
import io.guidepost.kiosk.staff.ui.RestockViewModel.State;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.TwoParts;
import io.guidepost.kiosk.ui.Ui;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Restocking: the product, what is there, how many come. */
public final class RestockView extends Screen {
    private final RestockViewModel model;
    private final VBox about = Nodes.column("restock-about");
    private final VBox matter = Nodes.column("outcome restock");
    private final VBox buttons = Nodes.column("footer");
    private final Region root;

    public RestockView(Ui ui, RestockViewModel model) {
        super(ui);
        this.model = model;
        root = Nodes.id("staff-restock", TwoParts.of(ui, about, matter, buttons));
        watch(model.state(), this::show);
        watch(model.housingOpened(), _ -> show(model.state().get()));
    }

    @Override
    public String name() {
        return "staff-restock";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        Nodes.show(about, !ui.panel().small());
        about.getChildren()
                .setAll(
                        Nodes.row(
                                "staff-head",
                                Icon.PERSON.node("muted"),
                                Nodes.grow(Nodes.wrapped(model.staffName(), "body"))),
                        Nodes.wrapped(ui.say("restock.title"), "h1"));
        Tap out = Tap.second("staff-sign-out", ui.say("staff.signOut"), model::signOut);
        if (state.offer().isEmpty() && !state.scanning()) {
            matter.getChildren()
                    .setAll(
                            Nodes.centred(ui.say("restock.choose"), "h2"),
                            Nodes.grow(new ScrollArea(shelves(state))));
            buttons.getChildren().setAll(Nodes.buttons(ui.panel(), out));
            return;
        }
        if (state.offer().isEmpty()) {
            matter.getChildren()
                    .setAll(
                            Nodes.stack("mood calm", Icon.SCAN.node("huge")),
                            Nodes.centred(ui.say("restock.scan"), "h2"));
            addNotice(state);
            Tap again =
                    Tap.second("voucher-again", ui.say("again.voucher"), model::printVoucherAgain);
            again.setDisable(state.busy());
            buttons.getChildren().setAll(Nodes.buttons(ui.panel(), again, care(state), out));
            return;
        }
        matter.getChildren().setAll(product(state.offer().get()));
        if (state.recorded() == 0) {
            matter.getChildren().add(stepper(state));
        }
        addNotice(state);
        String label =
                state.recorded() > 0
                        ? ui.say("restock.done")
                        : ui.say("restock.confirm", ui.messages().number(state.units()));
        Tap confirm = Tap.main("restock-confirm", label, model::confirm);
        confirm.setDisable(state.busy() || state.recorded() > 0);
        buttons.getChildren().setAll(Nodes.buttons(ui.panel(), confirm, out));
    }

    /** What the kiosk itself needs: an opened housing comes first. */
    private Tap care(State state) {
        if (!model.housingOpened().get()) {
            return Tap.second("touch-check-start", ui.say("touch.start"), model::checkTouch);
        }
        matter.getChildren()
                .add(
                        Nodes.id(
                                "housing-opened",
                                Nodes.centred(ui.say("housing.opened"), "alert-text")));
        Tap checked =
                Tap.second("housing-checked", ui.say("housing.checked"), model::housingChecked);
        checked.setDisable(state.busy());
        return checked;
    }

    private void addNotice(State state) {
        state.notice()
                .ifPresent(
                        key ->
                                matter.getChildren()
                                        .add(
                                                Nodes.id(
                                                        "restock-notice",
                                                        Nodes.centred(
                                                                state.recorded() > 0
                                                                        ? ui.count(
                                                                                key,
                                                                                state.recorded())
                                                                        : ui.say(key),
                                                                state.recorded() > 0
                                                                        ? "strong-text"
                                                                        : "alert-text"))));
    }

    private Region shelves(State state) {
        VBox card = Nodes.column("card");
        for (Shelf shelf : state.choices()) {
            Tap row =
                    new Tap(
                                    "shelf-" + shelf.offer().id().value().replace(':', '-'),
                                    shelf.merchant().name(),
                                    () -> model.choose(shelf),
                                    Nodes.grow(
                                            Nodes.column(
                                                    "who",
                                                    Nodes.wrapped(
                                                            shelf.merchant().name(), "strong-text"),
                                                    Nodes.wrapped(where(shelf), "note"))),
                                    Nodes.text(units(shelf), "pair-value"),
                                    Icon.FORWARD.node("muted"))
                            .styled("list-row");
            row.setDisable(state.busy());
            card.getChildren().add(row);
        }
        // No taller than its rows.
        return new VBox(card);
    }

    private static String where(Shelf shelf) {
        return Merchant.place(shelf.merchant().address(), shelf.merchant().city());
    }

    private String units(Shelf shelf) {
        return ui.messages().number(shelf.offer().stock().orElse(0));
    }

    private Region product(Shelf shelf) {
        Offer offer = shelf.offer();
        Photo photo = ui.photo(offer.pictures().stream().findFirst(), 0.5);
        photo.getStyleClass().add("seen-photo");
        Nodes.show(photo, !ui.panel().small());
        return Nodes.row(
                "card member-offer",
                photo,
                Nodes.grow(
                        Nodes.column(
                                "who",
                                Nodes.wrapped(offer.title(), "strong-text"),
                                Nodes.id(
                                        "restock-shop",
                                        Nodes.wrapped(
                                                shelf.merchant().name()
                                                        + " · "
                                                        + shelf.merchant().city(),
                                                "note")),
                                Nodes.text(ui.say("restock.stock"), "small"),
                                Nodes.id(
                                        "restock-stock",
                                        Nodes.text(units(shelf), "price-small")))));
    }

    private Region stepper(State state) {
        Tap less =
                Tap.icon(
                        "restock-less", Icon.MINUS, ui.say("offer.less"), () -> model.addUnits(-1));
        Tap more =
                Tap.icon("restock-more", Icon.PLUS, ui.say("offer.more"), () -> model.addUnits(1));
        less.styled("large-tap");
        more.styled("large-tap");
        boolean fixed = state.busy() || state.recorded() > 0;
        less.setDisable(fixed);
        more.setDisable(fixed);
        return Nodes.row(
                "stepper middle",
                less,
                Nodes.stack(
                        "stepper-wide",
                        Nodes.id(
                                "restock-units",
                                Nodes.text(ui.messages().number(state.units()), "price"))),
                more);
    }
}
