package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Section;
import io.guidepost.kiosk.ui.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** "Prices as of" for the page of another feature: there while what is seen may be old. */
public final class AgeSection extends Section {
    private final CatalogueService catalogue;
    private final VBox place = new VBox();

    public AgeSection(Ui ui, CatalogueService catalogue) {
        super(ui);
        this.catalogue = catalogue;
        closeWithMe(catalogue.onAge(_ -> ui.executor().execute(this::show)));
        show();
    }

    @Override
    public String name() {
        return "prices-as-of";
    }

    @Override
    public Region node() {
        return place;
    }

    @Override
    public Region footer() {
        return new Region();
    }

    private void show() {
        var now = catalogue.freshness();
        place.getChildren().setAll(now.stale() ? List.of(Notes.age(ui, now)) : List.<Node>of());
        Nodes.show(place, now.stale());
    }
}
