package io.guidepost.kiosk.screens;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/** Reads what can be seen. */
final class Texts {
    private Texts() {}

    static Optional<Node> find(Node root, String id) {
        if (!root.isVisible()) {
            return Optional.empty();
        }
        if (id.equals(root.getId())) {
            return Optional.of(root);
        }
        if (root instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(child -> find(child, id))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    static String of(Node node) {
        if (node instanceof Text text) {
            return text.getText();
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .map(Texts::of)
                    .filter(words -> !words.isBlank())
                    .collect(Collectors.joining("\n"));
        }
        return "";
    }
}
