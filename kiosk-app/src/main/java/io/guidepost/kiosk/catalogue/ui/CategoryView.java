package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.kiosk.catalogue.ui.CategoryViewModel.State;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Tiles;
import io.guidepost.kiosk.ui.Ui;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All offers of one category. */
public final class CategoryView extends Screen {
    private final CategoryViewModel model;
    private final VBox content = Nodes.column("page");
    private final VBox root = Nodes.column("screen", Nodes.grow(new ScrollArea(content)));

    public CategoryView(Ui ui, CategoryViewModel model) {
        super(ui);
        this.model = model;
        root.setId("category");
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "category";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        Tiles tiles =
                new Tiles(
                        ui.panel().landscape() && !ui.panel().small() ? 3 : 2, ui.panel().em(0.8));
        state.cards()
                .forEach(
                        card ->
                                tiles.getChildren()
                                        .add(
                                                OfferTile.of(
                                                        ui,
                                                        card,
                                                        state.member().isPresent(),
                                                        model.ways())));
        content.getChildren().setAll(Nodes.wrapped(ui.messages().category(model.category()), "h1"));
        if (state.freshness().stale()) {
            content.getChildren().add(Notes.age(ui, state.freshness()));
        }
        content.getChildren().add(tiles);
        if (state.more()) {
            content.getChildren()
                    .add(Tap.second("category-more", ui.say("category.more"), model::readMore));
        }
    }
}
