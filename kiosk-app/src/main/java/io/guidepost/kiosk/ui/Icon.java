package io.guidepost.kiosk.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** The kiosk's line drawings, each on a grid of 24 by 24. */
public enum Icon {
    BACK("M15 5 L8 12 L15 19"),
    FORWARD("M9 5 L16 12 L9 19"),
    HOME("M4 11 L12 4 L20 11 M6 9.5 V20 H18 V9.5 M10 20 V14 H14 V20"),
    GLOBE(
            "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M3 12 H21 M12 3 C7.5 8 7.5 16 12 21 M12 3 C16.5"
                    + " 8 16.5 16 12 21"),
    PERSON_ACCESS(
            "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 6.6 A0.5 0.5 0 1 0 12 7.6 A0.5 0.5 0 1 0 12"
                    + " 6.6 M7.5 10 L12 11 L16.5 10 M12 11 V14 L9.7 18 M12 14 L14.3 18"),
    SCAN(
            "M4 8 V4 H8 M16 4 H20 V8 M20 16 V20 H16 M8 20 H4 V16 M8 8.5 V15.5 M11 8.5 V15.5 M13.5"
                    + " 8.5 V15.5 M16 8.5 V15.5"),
    CARD("M3 6 H21 V18 H3 Z M3 10 H21 M6 14.5 H10"),
    CHECK("M5 12.5 L10 17.5 L19 7"),
    CROSS("M6 6 L18 18 M18 6 L6 18"),
    QUESTION("M8.5 9 A3.5 3.5 0 1 1 13.2 12.3 C12.3 12.7 12 13.2 12 14.2 V15 M12 18.4 V18.6"),
    CLOCK("M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 7 V12 L15.5 14"),
    PLACE(
            "M12 21 C8 16 5.5 13 5.5 9.5 A6.5 6.5 0 1 1 18.5 9.5 C18.5 13 16 16 12 21 M12 7 A2.4"
                    + " 2.4 0 1 0 12 11.8 A2.4 2.4 0 1 0 12 7"),
    PRINTER("M7 9 V3 H17 V9 M7 17 H4 V9 H20 V17 H17 M7 14 H17 V21 H7 Z"),
    PHONE("M7 2.5 H17 V21.5 H7 Z M11 18.5 H13"),
    PERSON(
            "M12 4 A4 4 0 1 0 12 12 A4 4 0 1 0 12 4 M4.5 20.5 C5 16.5 8 14.5 12 14.5 C16 14.5 19"
                    + " 16.5 19.5 20.5"),
    MINUS("M5 12 H19"),
    PLUS("M5 12 H19 M12 5 V19"),
    ERASE("M9 5 H21 V19 H9 L3 12 Z M12 9 L18 15 M18 9 L12 15"),
    CONTRAST("M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 3 V21 M15 5 V19 M18 7.5 V16.5"),
    BOX("M4 8 L12 4 L20 8 V16 L12 20 L4 16 Z M4 8 L12 12 L20 8 M12 12 V20"),
    CALENDAR("M4 6 H20 V20 H4 Z M4 10.5 H20 M8.5 3.5 V7.5 M15.5 3.5 V7.5"),
    SEAL(
            "M12 3 L19 6 V12 C19 16.5 16 19.5 12 21 C8 19.5 5 16.5 5 12 V6 Z M8.5 12 L11 14.5 L15.5"
                    + " 9.5"),
    LOCK("M6 11 H18 V20 H6 Z M8.5 11 V7.5 A3.5 3.5 0 0 1 15.5 7.5 V11"),
    STAR(
            "M12 3 L14.8 8.9 L21 9.7 L16.4 14.1 L17.6 20.5 L12 17.3 L6.4 20.5 L7.6 14.1 L3 9.7 L9.2"
                    + " 8.9 Z");

    private static final double GRID = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The drawing in the size that its style class says, lines in the colour of the style. */
    public Node node(String... styles) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add(this == STAR ? "icon-fill" : "icon-line");
        Region frame = new Drawing(shape);
        frame.getStyleClass().add("icon");
        frame.getStyleClass().addAll(styles);
        return frame;
    }

    /** Scales the drawing with the size of the text, so that it needs no size of its own. */
    private static final class Drawing extends Region {
        private final SVGPath shape;

        Drawing(SVGPath shape) {
            this.shape = shape;
            shape.setManaged(false);
            shape.setMouseTransparent(true);
            getChildren().add(shape);
        }

        @Override
        protected void layoutChildren() {
            double scale = Math.min(getWidth(), getHeight()) / GRID;
            shape.setScaleX(scale);
            shape.setScaleY(scale);
            // A shape scales around its middle; the path's own coordinates say where that is on the
            // grid.
            Bounds at = shape.getLayoutBounds();
            double middleX = (at.getMinX() + at.getMaxX()) / 2;
            double middleY = (at.getMinY() + at.getMaxY()) / 2;
            shape.setLayoutX(getWidth() / 2 - middleX + (middleX - GRID / 2) * scale);
            shape.setLayoutY(getHeight() / 2 - middleY + (middleY - GRID / 2) * scale);
        }
    }
}
