package io.guidepost.devices.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines of ASCII text on a line, each ended by LF. */
public final class TextLines {
    private final ByteLine line;
    private final int longest;
    private final byte[] buffer = new byte[1024];
    private final StringBuilder rest = new StringBuilder();

    /**
     * Reads from this line.
     *
     * @param longest a longer line is an error of the connection
     */
    public TextLines(ByteLine line, int longest) {
        this.line = line;
        this.longest = longest;
    }

    /** The lines that are complete now; none when nothing came in time. */
    public List<String> read(Duration limit) throws IOException {
        int count = line.read(buffer, limit);
        List<String> complete = new ArrayList<>();
        for (char c : new String(buffer, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c == '\n') {
                complete.add(rest.toString().strip());
                rest.setLength(0);
            } else if (rest.length() == longest) {
                throw new IOException("a text line longer than " + longest + " characters");
            } else {
                rest.append(c);
            }
        }
        return complete;
    }
}
