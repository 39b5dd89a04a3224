package io.guidepost.kiosk.screens;

import io.guidepost.kiosk.ui.ClampedText;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * What every screen keeps to: no text is cut or leaves its room, none lies on another, targets are
 * large enough for a finger (ux: secondary 10 mm, main 20 mm).
 */
final class LayoutRules {
    private static final double SLACK = 2;
    private static final double LEAST_MM = 9.9;
    private static final double MAIN_MM = 19.9;

    private final Panel panel;
    private final Parent glass;
    private final List<String> problems = new ArrayList<>();
    private final List<Seen> texts = new ArrayList<>();

    private record Seen(String words, Bounds at) {}

    LayoutRules(Panel panel, Parent glass) {
        this.panel = panel;
        this.glass = glass;
    }

    /** Everything that is wrong with what is on the glass. */
    List<String> check() {
        Optional<Node> cover =
                glass.getChildrenUnmodifiable().stream()
                        .filter(n -> "over".equals(n.getId()) && n.isVisible())
                        .findFirst();
        Bounds all = new BoundingBox(0, 0, panel.width(), panel.height());
        if (cover.isPresent()) {
            visit(cover.get(), all, false);
        } else {
            glass.getChildrenUnmodifiable().forEach(child -> visit(child, all, false));
        }
        overlaps();
        return problems;
    }

    private void visit(Node node, Bounds room, boolean scrolled) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            check(text, room, scrolled);
        }
        if (node instanceof ClampedText clamped && clamped.isCut()) {
            problems.add("cut: '" + Texts.of(clamped) + "'");
        }
        if (node instanceof Tap tap) {
            check(tap);
        }
        if (node instanceof Parent parent) {
            boolean inner = scrolled || node instanceof ScrollArea;
            Bounds next = roomOf(parent, room, inner);
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, next, inner));
        }
    }

    /** Cards, buttons and the like keep their words inside. */
    private Bounds roomOf(Parent parent, Bounds room, boolean scrolled) {
        boolean painted =
                parent instanceof Region region
                        && region.getBackground() != null
                        && !region.getBackground().getFills().isEmpty()
                        && region.getWidth() > 1;
        boolean holds = painted || parent instanceof ScrollArea;
        if (!holds) {
            return room;
        }
        Bounds own = place(parent);
        double top =
                scrolled
                        ? Math.min(own.getMinY(), room.getMinY())
                        : Math.max(own.getMinY(), room.getMinY());
        double bottom =
                scrolled
                        ? Math.max(own.getMaxY(), room.getMaxY())
                        : Math.min(own.getMaxY(), room.getMaxY());
        double left = Math.max(own.getMinX(), room.getMinX());
        double right = Math.min(own.getMaxX(), room.getMaxX());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private void check(Text text, Bounds room, boolean scrolled) {
        Bounds at = place(text);
        String words = "'" + text.getText() + "'";
        if (at.getMinX() < room.getMinX() - SLACK || at.getMaxX() > room.getMaxX() + SLACK) {
            problems.add(words + " leaves its room sideways: " + brief(at) + " in " + brief(room));
        }
        if (!scrolled
                && (at.getMinY() < room.getMinY() - SLACK
                        || at.getMaxY() > room.getMaxY() + SLACK)) {
            problems.add(
                    words + " leaves its room up or down: " + brief(at) + " in " + brief(room));
        }
        texts.add(new Seen(words + (scrolled ? "~" : ""), at));
    }

    private void check(Tap tap) {
        Bounds at = place(tap);
        double least = tap.getStyleClass().contains("main") ? MAIN_MM : LEAST_MM;
        if (at.getHeight() < panel.mm(least) || at.getWidth() < panel.mm(least)) {
            problems.add(
                    tap.getId()
                            + " is too small: "
                            + Math.round(at.getWidth() / panel.pxPerMm())
                            + " by "
                            + Math.round(at.getHeight() / panel.pxPerMm())
                            + " mm, needs "
                            + least);
        }
    }

    private void overlaps() {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Bounds one = texts.get(i).at();
                Bounds two = texts.get(j).at();
                boolean sameLayer =
                        texts.get(i).words().endsWith("~") == texts.get(j).words().endsWith("~");
                double across =
                        Math.min(one.getMaxX(), two.getMaxX())
                                - Math.max(one.getMinX(), two.getMinX());
                double down =
                        Math.min(one.getMaxY(), two.getMaxY())
                                - Math.max(one.getMinY(), two.getMinY());
                // Lines have room above and below their letters that may touch.
                if (sameLayer
                        && across > SLACK
                        && down > 0.35 * Math.min(one.getHeight(), two.getHeight())) {
                    problems.add(texts.get(i).words() + " lies on " + texts.get(j).words());
                }
            }
        }
    }

    private Bounds place(Node node) {
        return glass.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static String brief(Bounds b) {
        return Math.round(b.getMinX())
                + ".."
                + Math.round(b.getMaxX())
                + " x "
                + Math.round(b.getMinY())
                + ".."
                + Math.round(b.getMaxY());
    }
}
