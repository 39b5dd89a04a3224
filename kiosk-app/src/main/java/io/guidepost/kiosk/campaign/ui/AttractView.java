package io.guidepost.kiosk.campaign.ui;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.kiosk.campaign.ui.AttractViewModel.Slide;
import io.guidepost.kiosk.ui.Fonts;
import io.guidepost.kiosk.ui.Lines;
import io.guidepost.kiosk.ui.Palette;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The attract loop. Drawn with plain nodes, fonts and colours, for it is the first frame and no
 * style sheet is read before that.
 */
public final class AttractView extends Screen {
    private static final double MARGIN_EMS = 1.6;

    private final Panel panel;
    private final Loop loop = new Loop();
    private final Text brand = new Text("Guidepost");
    private final Text headline = new Text();
    private final Text words = new Text();
    private final Text invitation = new Text();
    private final Region pill = new Region();
    private final Region scrim = new Region();
    private final List<Circle> dots = new ArrayList<>();
    private String title = "";
    private String text = "";
    private Optional<Photo> photo = Optional.empty();

    public AttractView(Ui ui, AttractViewModel model) {
        super(ui);
        this.panel = ui.panel();
        boolean small = panel.small();
        loop.setId("attract");
        loop.setBackground(Background.fill(ground()));
        loop.setNodeOrientation(
                ui.messages().lang().rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
        scrim.setBackground(Background.fill(shade()));
        style(brand, Fonts.SEMI_BOLD, 1, Color.WHITE);
        style(headline, Fonts.DISPLAY, small ? 1.5 : 2.5, Color.WHITE);
        style(words, Fonts.REGULAR, small ? 1 : 1.2, Color.web("#f3efe9"));
        style(invitation, Fonts.SEMI_BOLD, small ? 1 : 1.15, Palette.LIGHT.ink());
        invitation.setText(ui.say("attract.touch"));
        pill.setBackground(
                new Background(
                        new BackgroundFill(Color.WHITE, new CornerRadii(panel.em(2)), null)));
        loop.getChildren().addAll(scrim, brand, headline, words, pill, invitation);
        watch(model.slide(), this::show);
    }

    @Override
    public String name() {
        return "attract";
    }

    @Override
    public Region node() {
        return loop;
    }

    private void style(Text text, Fonts font, double ems, Color colour) {
        text.setFont(font.at(panel.em(ems), ui.messages().lang()));
        text.setFill(colour);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.setTextAlignment(TextAlignment.LEFT);
    }

    private void show(Slide slide) {
        title = slide.campaign().map(Campaign::headline).orElse(ui.say("attract.headline"));
        text = slide.campaign().map(Campaign::text).orElse(ui.say("attract.text"));
        photo.ifPresent(old -> loop.getChildren().remove(old));
        photo =
                slide.campaign()
                        .flatMap(Campaign::picture)
                        .map(picture -> ui.photo(Optional.of(picture), 0));
        photo.ifPresent(
                next -> {
                    next.setBackground(Background.fill(ground()));
                    loop.getChildren().addFirst(next);
                });
        loop.getChildren().removeAll(dots);
        dots.clear();
        for (int i = 0; i < slide.count() && slide.count() > 1; i++) {
            Circle dot = new Circle(panel.em(0.16), Color.WHITE);
            dot.setOpacity(i == slide.index() ? 1 : 0.45);
            dot.setManaged(false);
            dots.add(dot);
        }
        loop.getChildren().addAll(dots);
        loop.requestLayout();
    }

    /**
     * The ground under a picture that is not there yet, and the whole picture where no campaign
     * runs.
     */
    private static LinearGradient ground() {
        return new LinearGradient(
                0,
                0,
                1,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#1d7a69")),
                new Stop(1, Color.web("#07332c")));
    }

    /** Darkens the lower part, so that white text can be read on any picture. */
    private static LinearGradient shade() {
        return new LinearGradient(
                0,
                0,
                0,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.color(0, 0, 0, 0.38)),
                new Stop(0.18, Color.color(0, 0, 0, 0.05)),
                new Stop(0.42, Color.color(0, 0, 0, 0.12)),
                new Stop(0.68, Color.color(0, 0, 0, 0.66)),
                new Stop(1, Color.color(0, 0, 0, 0.86)));
    }

    /** Lays the slide out from its lower edge up. */
    private final class Loop extends Pane {
        @Override
        protected void layoutChildren() {
            double margin = panel.em(MARGIN_EMS);
            double width = getWidth();
            double height = getHeight();
            photo.ifPresent(picture -> picture.resizeRelocate(0, 0, width, height));
            scrim.resizeRelocate(0, 0, width, height);
            brand.relocate(margin, margin);
            double y = height - margin;
            double pillHeight = Math.max(panel.em(3), panel.mm(20));
            double textWidth = invitation.getLayoutBounds().getWidth();
            double pillWidth = textWidth + panel.em(2.8);
            y -= pillHeight;
            pill.resizeRelocate(margin, y, pillWidth, pillHeight);
            invitation.relocate(
                    margin + (pillWidth - textWidth) / 2,
                    y + (pillHeight - invitation.getLayoutBounds().getHeight()) / 2);
            double step = panel.em(0.7);
            for (int i = 0; i < dots.size(); i++) {
                Circle dot = dots.get(i);
                dot.setCenterX(width - margin - (dots.size() - 1 - i) * step - dot.getRadius());
                dot.setCenterY(y + pillHeight / 2);
            }
            Lines.fit(words, text, width - 2 * margin);
            Lines.fit(headline, title, width - 2 * margin);
            y -= panel.em(panel.small() ? 0.6 : 1.4) + words.getLayoutBounds().getHeight();
            words.relocate(margin, y);
            y -= panel.em(panel.small() ? 0.3 : 0.6) + headline.getLayoutBounds().getHeight();
            headline.relocate(margin, y);
        }
    }
}
