package io.guidepost.kiosk.remote;

import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.ScrollArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/** Reads the nodes that name their intent off the screen. FX thread only. */
final class ScreenReader {
    private final Parent glass;
    private final double width;
    private final double height;

    ScreenReader(Parent glass) {
        this.glass = glass;
        this.width = glass.getLayoutBounds().getWidth();
        this.height = glass.getLayoutBounds().getHeight();
    }

    /**
     * A node, in the panel's pixels.
     *
     * @param text what can be read on it
     * @param disabled shown, but does nothing
     * @param onGlass whether its middle can be touched: inside the panel and not covered
     * @param above whether it is further up on a page that must be scrolled
     */
    record Seen(
            String id,
            double x,
            double y,
            double width,
            double height,
            String text,
            boolean disabled,
            boolean onGlass,
            boolean above) {}

    List<Seen> read() {
        List<Seen> all = new ArrayList<>();
        boolean covered = covered();
        for (Node child : glass.getChildrenUnmodifiable()) {
            collect(child, Optional.empty(), covered && !isCover(child), all);
        }
        return all;
    }

    /** How many photos that are on the glass have not arrived yet. */
    long photosUnderWay() {
        return underWay(glass);
    }

    private long underWay(Node node) {
        if (!node.isVisible() || !onGlass(node)) {
            return 0;
        }
        if (node instanceof Photo photo) {
            return photo.underWay() ? 1 : 0;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().mapToLong(this::underWay).sum()
                : 0;
    }

    private boolean onGlass(Node node) {
        return glass.sceneToLocal(node.localToScene(node.getLayoutBounds()))
                .intersects(glass.getLayoutBounds());
    }

    private boolean covered() {
        return glass.getChildrenUnmodifiable().stream()
                .anyMatch(child -> isCover(child) && child.isVisible());
    }

    private static boolean isCover(Node child) {
        return "over".equals(child.getId());
    }

    private void collect(Node node, Optional<ScrollArea> page, boolean covered, List<Seen> into) {
        if (!node.isVisible()) {
            return;
        }
        String id = node.getId();
        if (id != null) {
            into.add(seen(node, id, page, covered));
        }
        if (node instanceof Parent parent) {
            Optional<ScrollArea> inner = node instanceof ScrollArea area ? Optional.of(area) : page;
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inner, covered, into));
        }
    }

    private Seen seen(Node node, String id, Optional<ScrollArea> page, boolean covered) {
        Bounds at = glass.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = 0;
        double bottom = height;
        if (page.isPresent()) {
            Bounds room = glass.sceneToLocal(page.get().localToScene(page.get().getLayoutBounds()));
            top = Math.max(top, room.getMinY());
            bottom = Math.min(bottom, room.getMaxY());
        }
        boolean onGlass =
                !covered
                        && at.getCenterX() >= 0
                        && at.getCenterX() < width
                        && at.getCenterY() >= top
                        && at.getCenterY() < bottom;
        return new Seen(
                id,
                at.getMinX(),
                at.getMinY(),
                at.getWidth(),
                at.getHeight(),
                text(node),
                node.isDisabled(),
                onGlass,
                at.getCenterY() < top);
    }

    private static String text(Node node) {
        if (node instanceof Text text) {
            return text.getText().replace('\u00a0', ' ');
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .map(ScreenReader::text)
                    .filter(words -> !words.isBlank())
                    .collect(Collectors.joining("\n"));
        }
        return "";
    }
}
