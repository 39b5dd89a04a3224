package io.guidepost.kiosk.ui;

import java.util.function.IntConsumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.GridPane;

/**
 * Twelve keys: the digits, erase and OK. Keys are 20 mm and more (ux: no letters on a 7" panel).
 */
public final class DigitPad extends GridPane {
    public DigitPad(
            String idPrefix, Messages messages, IntConsumer digit, Runnable erase, Runnable ok) {
        getStyleClass().add("digit-pad");
        // Keypads are never mirrored, not even in right-to-left languages.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int i = 1; i <= 9; i++) {
            add(key(idPrefix, messages, i, digit), (i - 1) % 3, (i - 1) / 3);
        }
        add(
                new Tap(
                                idPrefix + "-erase",
                                messages.text("pad.erase"),
                                erase,
                                Icon.ERASE.node("ink"))
                        .styled("digit-key"),
                0,
                3);
        add(key(idPrefix, messages, 0, digit), 1, 3);
        add(
                new Tap(idPrefix + "-ok", messages.text("pad.ok"), ok, Icon.CHECK.node("on-accent"))
                        .styled("digit-key", "main"),
                2,
                3);
    }

    private static Tap key(String idPrefix, Messages messages, int number, IntConsumer digit) {
        String label = messages.number(number);
        return new Tap(
                        idPrefix + "-" + number,
                        label,
                        () -> digit.accept(number),
                        Nodes.text(label, "digit-text"))
                .styled("digit-key");
    }
}
