package io.guidepost.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/**
 * Something to touch. It shows the touch at once (style class {@code pressed}) and acts when the
 * finger leaves it without having moved, so that a drag over it scrolls.
 */
public final class Tap extends HBox {
    private final Runnable action;

    /**
     * @param id names the intent, such as {@code booking-pay}
     * @param spoken what a screen reader says
     */
    public Tap(String id, String spoken, Runnable action, Node... content) {
        super(content);
        this.action = action;
        setId(id);
        setAlignment(Pos.CENTER);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        getStyleClass().add("tap");
        setOnMousePressed(_ -> getStyleClass().add("pressed"));
        setOnMouseReleased(_ -> getStyleClass().removeAll("pressed"));
        setOnMouseExited(_ -> getStyleClass().removeAll("pressed"));
        setOnMouseClicked(
                event -> {
                    if (event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
                        event.consume();
                        this.action.run();
                    }
                });
    }

    /** The one thing to do on this screen: filled with the accent, at least 20 mm high. */
    public static Tap main(String id, String label, Runnable action) {
        return new Tap(id, label, action, label(label, "main-text")).styled("main");
    }

    /** The one thing to do, with an icon before it. */
    public static Tap main(String id, Icon icon, String label, Runnable action) {
        return new Tap(id, label, action, icon.node("on-accent"), label(label, "main-text"))
                .styled("main");
    }

    /** Words that wrap where the button is too narrow for one line. */
    private static Node label(String words, String style) {
        return Nodes.centred(words, style);
    }

    /** Another thing to do. */
    public static Tap second(String id, String label, Runnable action) {
        return new Tap(id, label, action, label(label, "second-text")).styled("second");
    }

    /** A picture of the action alone. */
    public static Tap icon(String id, Icon icon, String spoken, Runnable action) {
        return new Tap(id, spoken, action, icon.node("ink")).styled("icon-tap");
    }

    public Tap styled(String... styles) {
        getStyleClass().addAll(styles);
        return this;
    }

    /** Does what a touch does. */
    public void act() {
        if (!isDisabled()) {
            action.run();
        }
    }
}
