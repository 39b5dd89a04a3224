package io.guidepost.kiosk.staff.ui;

import io.guidepost.kiosk.staff.TouchCheck;
import io.guidepost.kiosk.staff.TouchCheck.Verdict;
import io.guidepost.kiosk.staff.ui.TouchCheckViewModel.State;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Ui;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The touch check, over the whole panel: a mark in a corner, and words in the middle. */
public final class TouchCheckView extends Screen {
    private static final double MARK_MM = 14;

    private final TouchCheckViewModel model;
    private final VBox words = Nodes.column("outcome");
    private final StackPane mark = Nodes.stack("touch-mark", Nodes.stack("touch-mark-middle"));
    private final Glass root = new Glass();
    private int corner;

    /** Lays the mark into its corner, in the picture's own directions whatever the language. */
    private final class Glass extends Pane {
        @Override
        protected void layoutChildren() {
            Point2D at = middle();
            double size = ui.panel().mm(MARK_MM);
            mark.resizeRelocate(at.getX() - size / 2, at.getY() - size / 2, size, size);
            double width = getWidth() * 0.8;
            double height = words.prefHeight(width);
            words.resizeRelocate(
                    (getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
        }

        private Point2D middle() {
            double in = ui.panel().mm(MARK_MM);
            boolean right = corner == 1 || corner == 2;
            boolean lower = corner >= 2;
            return new Point2D(right ? getWidth() - in : in, lower ? getHeight() - in : in);
        }
    }

    public TouchCheckView(Ui ui, TouchCheckViewModel model) {
        super(ui);
        this.model = model;
        Nodes.id("touch-check", root);
        Nodes.id("touch-mark", mark);
        root.getStyleClass().add("screen");
        root.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        words.setNodeOrientation(
                ui.messages().lang().rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
        root.getChildren().addAll(words, mark);
        root.setOnMousePressed(this::touched);
        root.setOnMouseClicked(MouseEvent::consume);
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "touch-check";
    }

    @Override
    public Region node() {
        return root;
    }

    private void touched(MouseEvent event) {
        event.consume();
        double off = root.middle().distance(event.getX(), event.getY()) / ui.panel().pxPerMm();
        model.touched(
                new TouchCheck.Touch(
                        event.getX() / root.getWidth(), event.getY() / root.getHeight(), off));
    }

    private void show(State state) {
        corner = state.corner().orElse(corner);
        mark.setVisible(state.corner().isPresent());
        state.verdict().ifPresentOrElse(this::result, () -> task(state.corner().orElse(0)));
        root.requestLayout();
    }

    private void task(int now) {
        words.getChildren()
                .setAll(
                        Nodes.centred(ui.say("touch.title"), "h1"),
                        Nodes.centred(ui.say("touch.tap"), "body"),
                        Nodes.id(
                                "touch-step",
                                Nodes.centred(
                                        ui.say(
                                                "touch.step",
                                                ui.messages().number(now + 1),
                                                ui.messages().number(TouchCheck.CORNERS)),
                                        "note")));
    }

    private void result(Verdict verdict) {
        boolean good = verdict instanceof Verdict.Agrees;
        words.getChildren()
                .setAll(
                        mood(good),
                        Nodes.id("touch-verdict", Nodes.centred(sentence(verdict), "h2")));
        model.setting(verdict)
                .ifPresent(
                        setting ->
                                words.getChildren()
                                        .addAll(
                                                Nodes.centred(ui.say("touch.setting"), "body"),
                                                Nodes.id(
                                                        "touch-setting",
                                                        Nodes.centred(setting, "strong-text"))));
        words.getChildren().add(Nodes.centred(ui.say("touch.leave"), "note"));
    }

    private static Node mood(boolean good) {
        return Nodes.stack(
                good ? "mood good" : "mood bad", (good ? Icon.CHECK : Icon.CROSS).node("huge"));
    }

    private String sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Agrees _ -> ui.say("touch.agrees");
            case Verdict.Turned(int quarters) ->
                    switch (quarters) {
                        case 1 -> ui.say("touch.turned.right");
                        case 2 -> ui.say("touch.turned.half");
                        default -> ui.say("touch.turned.left");
                    };
            case Verdict.Mirrored(TouchCheck.Mirror how) ->
                    switch (how) {
                        case LEFT_RIGHT -> ui.say("touch.mirrored.leftRight");
                        case UP_DOWN -> ui.say("touch.mirrored.upDown");
                        case AXES, AXES_BACKWARDS -> ui.say("touch.mirrored.axes");
                    };
            case Verdict.Beside(long mm) -> ui.say("touch.beside", ui.messages().number(mm));
            case Verdict.Unclear _ -> ui.say("touch.unclear");
        };
    }
}
