package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.catalogue.Picture;
import io.guidepost.contract.member.MemberView;
import io.guidepost.kiosk.catalogue.HomePage;
import io.guidepost.kiosk.catalogue.HomePage.Section;
import io.guidepost.kiosk.catalogue.OfferCard;
import io.guidepost.kiosk.catalogue.ui.HomeViewModel.State;
import io.guidepost.kiosk.ui.ClampedText;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Tiles;
import io.guidepost.kiosk.ui.Ui;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The first page after waking: what to scan, what there is, what is good today. */
public final class HomeView extends Screen {
    /** Six large cards on a portrait page (ux: Toast kiosk). */
    private static final int TODAY_SHOWN = 6;

    private final HomeViewModel model;
    private final VBox content = Nodes.column("page home");
    private final ScrollArea scroll = new ScrollArea(content);
    private final VBox root = Nodes.column("screen", Nodes.grow(scroll));

    public HomeView(Ui ui, HomeViewModel model) {
        super(ui);
        this.model = model;
        root.setId("home");
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "home";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        content.getChildren().setAll(head(state));
        for (int i = 0; i < state.bought().size(); i++) {
            content.getChildren().add(bought(state.bought().get(i), i));
        }
        content.getChildren().add(scanBand());
        state.campaign().ifPresent(campaign -> content.getChildren().add(seen(campaign)));
        state.page().ifPresent(page -> fill(page, state.member()));
    }

    private Node head(State state) {
        String greeting =
                state.member()
                        .map(member -> ui.say("home.member", member.maskedName()))
                        .orElse(ui.say("home.title"));
        VBox head = Nodes.column("head", Nodes.wrapped(greeting, "h1"));
        state.member()
                .ifPresent(
                        member ->
                                head.getChildren()
                                        .add(
                                                Nodes.tag(
                                                        ui.say("home.tier", member.tier()),
                                                        "soft")));
        return head;
    }

    private Node scanBand() {
        return Nodes.id(
                "home-scan",
                Nodes.row(
                        "scan-band",
                        Nodes.stack("scan-mark", Icon.SCAN.node("on-accent", "large")),
                        Nodes.grow(
                                Nodes.column(
                                        "scan-words",
                                        Nodes.wrapped(ui.say("home.scan"), "h2"),
                                        Nodes.wrapped(ui.say("home.scan.how"), "note")))));
    }

    private Node bought(HomeViewModel.Bought bought, int index) {
        VBox words =
                Nodes.column(
                        "seen-words",
                        Nodes.wrapped(ui.say("home.voucher"), "h2"),
                        new ClampedText(bought.title(), 2, "note"));
        return new Tap(
                        index == 0 ? "home-voucher" : "home-voucher-" + index,
                        ui.say("home.voucher"),
                        bought.open(),
                        Icon.CHECK.node("accent", "large"),
                        Nodes.grow(words),
                        Icon.FORWARD.node("muted"))
                .styled("seen");
    }

    private Node seen(Campaign campaign) {
        Photo photo = ui.photo(campaign.picture(), 0.5);
        photo.getStyleClass().add("seen-photo");
        VBox words =
                Nodes.column(
                        "seen-words",
                        new ClampedText(campaign.headline(), 2, "h2"),
                        new ClampedText(campaign.text(), 4, "note"));
        Tap tap =
                new Tap(
                                "home-campaign",
                                campaign.headline(),
                                model::openCampaign,
                                photo,
                                Nodes.grow(words),
                                Icon.FORWARD.node("muted"))
                        .styled("seen");
        return tap;
    }

    private void fill(HomePage page, Optional<MemberView> member) {
        if (page.freshness().stale()) {
            content.getChildren().add(Notes.age(ui, page.freshness()));
        }
        if (!page.sections().isEmpty()) {
            content.getChildren().add(Nodes.text(ui.say("home.categories"), "h2"));
            Tiles tiles = new Tiles(3, ui.panel().em(0.7));
            page.sections().forEach(section -> tiles.getChildren().add(category(section)));
            content.getChildren().add(tiles);
        }
        if (!page.today().isEmpty()) {
            addCards(
                    ui.say("home.today"),
                    page.today().stream().limit(TODAY_SHOWN).toList(),
                    member);
        }
        page.sections().stream()
                .limit(3)
                .forEach(
                        section ->
                                addCards(
                                        ui.messages().category(section.category()),
                                        section.cards().stream().limit(4).toList(),
                                        member));
    }

    private void addCards(String title, List<OfferCard> cards, Optional<MemberView> member) {
        Tiles tiles =
                new Tiles(
                        ui.panel().landscape() && !ui.panel().small() ? 3 : 2, ui.panel().em(0.8));
        cards.forEach(
                card ->
                        tiles.getChildren()
                                .add(OfferTile.of(ui, card, member.isPresent(), model.ways())));
        content.getChildren().addAll(Nodes.wrapped(title, "h2"), tiles);
    }

    private Node category(Section section) {
        Optional<Picture> picture =
                section.cards().stream()
                        .flatMap(card -> card.offer().pictures().stream())
                        .findFirst();
        Photo photo = ui.photo(picture, 0.5);
        photo.getStyleClass().add("category-photo");
        String name = ui.messages().category(section.category());
        Tap tap =
                new Tap(
                                "category-" + section.category(),
                                name,
                                () -> model.ways().category().accept(section.category()),
                                Nodes.grow(
                                        Nodes.column(
                                                "category-body",
                                                photo,
                                                new ClampedText(name, 1, "category-text"))))
                        .styled("category");
        return tap;
    }
}
