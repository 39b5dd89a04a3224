package io.guidepost.devices;

/** How text looks on a receipt. */
public record TextStyle(Size size, boolean bold, Align align) {

    /** Normal size, not bold, left. */
    public static final TextStyle PLAIN = new TextStyle(Size.NORMAL, false, Align.LEFT);

    /** Double width and height, bold, centred. */
    public static final TextStyle TITLE = new TextStyle(Size.DOUBLE, true, Align.CENTER);

    /** Height and width of the letters. */
    public enum Size {
        NORMAL,
        TALL,
        DOUBLE
    }

    /** Where on the line the text stands. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** The same style at this place on the line. */
    public TextStyle aligned(Align other) {
        return new TextStyle(size, bold, other);
    }
}
