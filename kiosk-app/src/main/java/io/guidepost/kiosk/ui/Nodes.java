package io.guidepost.kiosk.ui;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Short ways to build layouts from plain nodes; looks come from the theme by style class. */
public final class Nodes {
    private Nodes() {}

    /** One line of text that never wraps. */
    public static Text text(String content, String... styles) {
        Text text = new Text(content);
        text.getStyleClass().addAll("t");
        text.getStyleClass().addAll(styles);
        return text;
    }

    /** Text that wraps at the width it is given. */
    public static WrappedText wrapped(String content, String... styles) {
        return new WrappedText(content, false, styles);
    }

    /** Text that wraps around its middle. */
    public static WrappedText centred(String content, String... styles) {
        return new WrappedText(content, true, styles);
    }

    public static VBox column(String style, Node... children) {
        VBox box = new VBox(children);
        box.getStyleClass().addAll(style.split(" "));
        box.setFillWidth(true);
        return box;
    }

    /** Buttons: one under the other, on a small panel side by side. */
    public static Tiles buttons(Panel panel, Node... taps) {
        Tiles tiles = new Tiles(panel.small() ? Math.max(1, taps.length) : 1, panel.em(0.5));
        tiles.getChildren().setAll(taps);
        return tiles;
    }

    /** Side by side as far as there is room, the rest in further lines. */
    public static FlowPane wrapRow(String style, Node... children) {
        FlowPane pane = new FlowPane(children);
        pane.getStyleClass().addAll(style.split(" "));
        pane.setRowValignment(VPos.CENTER);
        pane.setMinWidth(0);
        return pane;
    }

    public static HBox row(String style, Node... children) {
        HBox box = new HBox(children);
        box.getStyleClass().addAll(style.split(" "));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    public static StackPane stack(String style, Node... children) {
        StackPane pane = new StackPane(children);
        pane.getStyleClass().addAll(style.split(" "));
        return pane;
    }

    /** Takes the room that is left in a row or column. */
    public static Region space() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Lets a node take the room that is left in its row or column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxSize(
                    Double.MAX_VALUE,
                    region instanceof WrappedText ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
        }
        return node;
    }

    public static <N extends Node> N id(String id, N node) {
        node.setId(id);
        return node;
    }

    /** A node that is left out of the layout, too, while it is not shown. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** A quiet label with a coloured ground, such as "Member price". */
    public static HBox tag(String content, String... styles) {
        HBox tag = row("tag", text(content, "tag-text"));
        tag.getStyleClass().addAll(Arrays.asList(styles));
        tag.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        return tag;
    }
}
