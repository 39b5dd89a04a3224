package io.guidepost.kiosk.link;

import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines between head and end of a snapshot file. Any fault throws {@link
 * IllegalArgumentException} with the line's number, which undoes the transaction that reads from
 * here.
 */
final class SnapshotReader implements Iterator<CatalogueLine>, AutoCloseable {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final CatalogueLine.Head head;
    private long lines;
    private @Nullable CatalogueLine next;

    /**
     * Reads the head.
     *
     * @param version that the head must name
     */
    SnapshotReader(Path file, long version) throws IOException {
        in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16);
        if (!(read() instanceof CatalogueLine.Head first) || first.version() != version) {
            in.close();
            throw new IllegalArgumentException(
                    "snapshot: does not begin with the head of version " + version);
        }
        head = first;
        lines = 0;
        advance();
    }

    CatalogueLine.Head head() {
        return head;
    }

    private CatalogueLine read() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            int b = in.read();
            while (b >= 0 && b != '\n') {
                if (line.size() >= LONGEST_LINE) {
                    throw new IllegalArgumentException(
                            "snapshot: line " + (lines + 2) + " is longer than " + LONGEST_LINE);
                }
                line.write(b);
                b = in.read();
            }
            if (b < 0 && line.size() == 0) {
                throw new IllegalArgumentException("snapshot: ends before its last line");
            }
            return Json.read(line.toByteArray(), CatalogueLine.class);
        } catch (IOException e) {
            throw new UncheckedIOException("snapshot: line " + (lines + 2) + " cannot be read", e);
        }
    }

    private void advance() {
        CatalogueLine line = read();
        if (line instanceof CatalogueLine.End(var count)) {
            if (count != lines) {
                throw new IllegalArgumentException(
                        "snapshot: has " + lines + " lines, its end says " + count);
            }
            next = null;
        } else {
            lines++;
            next = line;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CatalogueLine next() {
        CatalogueLine now = next;
        if (now == null) {
            throw new NoSuchElementException();
        }
        advance();
        return now;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
