package io.guidepost.kiosk.ui;

import java.util.regex.Pattern;
import javafx.scene.text.Text;

/**
 * Breaks text into lines of a width. The toolkit's own wrapping throws on Arabic ({@code
 * PrismTextLayout.computeTrailingSpaceWidth}, seen with JavaFX 26.0.2), so text from right to left
 * is broken here, at spaces, and given to it with the breaks in it.
 */
public final class Lines {
    /** A number and the unit after it. */
    private static final Pattern MEASURE =
            Pattern.compile("(?<=\\d) (?=(?:kg|g|mg|l|ml|cl|cm|mm|m|W|V|GB|TB|%)(?![\\p{L}\\d]))");

    private Lines() {}

    /** The same words, with a number and its unit kept on one line. */
    public static String keepMeasures(String content) {
        return MEASURE.matcher(content).replaceAll("\u00a0");
    }

    /**
     * Puts the content into the text, in lines no wider than this where words allow it.
     *
     * @param width pixels; 0 for one line
     */
    public static void fit(Text text, String content, double width) {
        if (width <= 0 || !isRightToLeft(content)) {
            text.setWrappingWidth(Math.max(0, width));
            text.setText(content);
            return;
        }
        text.setWrappingWidth(0);
        StringBuilder out = new StringBuilder();
        for (String paragraph : content.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                text.setText(line.isEmpty() ? word : line + " " + word);
                if (!line.isEmpty() && text.getLayoutBounds().getWidth() > width) {
                    out.append(line).append('\n');
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            out.append(line).append('\n');
        }
        out.setLength(out.length() - 1);
        text.setText(out.toString());
    }

    private static boolean isRightToLeft(String content) {
        return content.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(
                        way ->
                                way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
