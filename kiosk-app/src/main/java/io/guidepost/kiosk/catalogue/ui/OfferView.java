package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Merchant;
import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.catalogue.OfferPage;
import io.guidepost.kiosk.catalogue.ui.OfferViewModel.Content;
import io.guidepost.kiosk.catalogue.ui.OfferViewModel.State;
import io.guidepost.kiosk.ui.ClampedText;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Section;
import io.guidepost.kiosk.ui.Stars;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of one offer. A service's page has the slots in it, drawn by another feature. */
public final class OfferView extends Screen {
    private final OfferViewModel model;
    private final Optional<Section> slots;
    private final VBox body = Nodes.column("page offer");
    private final VBox footer = Nodes.column("footer");
    private final StackPane hero = Nodes.stack("hero");
    private final Region root;
    private @Nullable Object drawn;

    /**
     * @param slots draws what is needed to book a service; empty for goods
     */
    public OfferView(
            Ui ui,
            OfferViewModel model,
            Optional<? extends Function<Ui, ? extends Section>> slots) {
        super(ui);
        this.model = model;
        this.slots = slots.map(make -> make.apply(ui));
        this.slots.ifPresent(section -> closeWithMe(section::close));
        if (this.slots.isPresent()) {
            // The first free times are in sight without a swipe.
            hero.getStyleClass().add("low");
        }
        VBox content = new VBox();
        ScrollArea scroll = new ScrollArea(content);
        if (ui.panel().landscape()) {
            content.getChildren().add(body);
            hero.getStyleClass().add("side");
            HBox columns =
                    new HBox(hero, Nodes.grow(Nodes.column("screen", Nodes.grow(scroll), footer)));
            columns.getStyleClass().add("screen");
            root = columns;
        } else {
            content.getChildren().addAll(hero, body);
            root = Nodes.column("screen", Nodes.grow(scroll), footer);
        }
        root.setId("offer");
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return slots.isPresent() ? "service" : "product";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        switch (state.content()) {
            case Content.Reading() -> {}
            case Content.Gone() -> showGone();
            case Content.Here(OfferPage page) -> {
                List<Object> key = List.of(page, state.member());
                // Counting units must not draw the page anew.
                if (!key.equals(drawn)) {
                    drawn = key;
                    showPage(page, state);
                }
                showFooter(page, state);
            }
        }
    }

    private void showGone() {
        body.getChildren()
                .setAll(
                        Nodes.wrapped(ui.say("offer.gone"), "h1"),
                        Nodes.wrapped(ui.say("offer.gone.next"), "body"));
        Nodes.show(hero, false);
        Nodes.show(footer, false);
    }

    private void showPage(OfferPage page, State state) {
        Offer offer = page.offer();
        showHero(offer);
        Node head = head(page);
        Node price = new PriceBlock(ui, page, state.member().isPresent()).node();
        if (ui.panel().small()) {
            // The price is in sight without a swipe.
            body.getChildren().setAll(new ClampedText(offer.title(), 2, "h2"), price, head);
        } else {
            body.getChildren().setAll(head, price);
        }
        if (page.freshness().stale()) {
            body.getChildren()
                    .add(body.getChildren().indexOf(price), Notes.age(ui, page.freshness()));
        }
        slots.ifPresent(section -> body.getChildren().add(section.node()));
        OfferDetails details = new OfferDetails(ui, model.ways());
        body.getChildren().addAll(details.of(page));
    }

    private void showHero(Offer offer) {
        List<Picture> pictures = offer.pictures();
        Optional<Picture> first = pictures.stream().findFirst();
        Photo photo =
                switch (offer.kind()) {
                    case PRODUCT -> ui.wholePhoto(first);
                    case SERVICE -> ui.photo(first, 0);
                };
        hero.getChildren().setAll(photo);
        if (pictures.size() > 1 && !ui.panel().small()) {
            HBox thumbs = Nodes.row("thumbs");
            for (int i = 0; i < Math.min(4, pictures.size()); i++) {
                Picture picture = pictures.get(i);
                Photo small = ui.photo(Optional.of(picture), 0.35);
                small.getStyleClass().add("thumb-photo");
                thumbs.getChildren()
                        .add(
                                new Tap(
                                                "picture-" + i,
                                                ui.say("offer.picture", i + 1),
                                                () -> photo.show(picture),
                                                small)
                                        .styled("thumb"));
            }
            thumbs.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane.setAlignment(thumbs, Pos.BOTTOM_CENTER);
            hero.getChildren().add(thumbs);
        }
    }

    private Node head(OfferPage page) {
        Offer offer = page.offer();
        VBox head = Nodes.column("head");
        if (!ui.panel().small()) {
            head.getChildren().add(Nodes.wrapped(offer.title(), "h1"));
        }
        page.merchant().ifPresent(merchant -> head.getChildren().add(merchant(offer, merchant)));
        page.reviews()
                .ifPresent(
                        reviews ->
                                head.getChildren()
                                        .add(
                                                Nodes.wrapRow(
                                                        "rating",
                                                        new Stars(reviews.average()),
                                                        Nodes.text(
                                                                ui.messages()
                                                                        .decimal(reviews.average()),
                                                                "strong-text"),
                                                        Nodes.text(
                                                                ui.count(
                                                                        "reviews.count",
                                                                        reviews.count()),
                                                                "note"))));
        return head;
    }

    private Node merchant(Offer offer, Merchant merchant) {
        String brand =
                offer.brand()
                        .filter(b -> !b.equals(merchant.name()))
                        .map(b -> b + " · ")
                        .orElse("");
        HBox row =
                Nodes.row(
                        "merchant",
                        Nodes.wrapped(brand + merchant.name() + " · " + merchant.city(), "note"));
        if (merchant.certified()) {
            row.getChildren().addFirst(Icon.SEAL.node("accent"));
        }
        Nodes.grow(row.getChildren().getLast());
        return row;
    }

    private void showFooter(OfferPage page, State state) {
        if (slots.isPresent()) {
            footer.getChildren().setAll(slots.get().footer());
            return;
        }
        footer.getChildren().clear();
        state.refusal()
                .ifPresent(
                        key ->
                                footer.getChildren()
                                        .add(
                                                Nodes.id(
                                                        "offer-refusal",
                                                        Nodes.wrapped(ui.say(key), "alert-text"))));
        if (!OfferViewModel.canReserve(page.offer())) {
            String next =
                    page.others().stream().anyMatch(other -> other.offer().inStock())
                            ? ui.say("stock.none.elsewhere")
                            : ui.say("stock.none.next");
            footer.getChildren().add(Nodes.id("stock-next", Nodes.wrapped(next, "body")));
            return;
        }
        String money = state.total().map(ui.messages()::money).orElse("");
        Tap pay =
                Tap.main(
                        "offer-reserve",
                        state.busy()
                                ? ui.say("offer.reserving")
                                : ui.panel().small()
                                        ? ui.say("offer.reserve.short")
                                        : ui.say("offer.reserve", money),
                        model::reserve);
        pay.setMouseTransparent(state.busy());
        footer.getChildren().add(Nodes.row("footer-row", units(state), Nodes.grow(pay)));
    }

    private Pane units(State state) {
        Tap less =
                Tap.icon("offer-less", Icon.MINUS, ui.say("offer.less"), () -> model.addUnits(-1));
        Tap more = Tap.icon("offer-more", Icon.PLUS, ui.say("offer.more"), () -> model.addUnits(1));
        less.setDisable(state.units() <= 1);
        more.setDisable(state.units() >= state.mostUnits());
        return Nodes.row(
                "stepper",
                less,
                Nodes.stack(
                        "stepper-number",
                        Nodes.id(
                                "offer-units",
                                Nodes.text(ui.messages().number(state.units()), "h2"))),
                more);
    }
}
