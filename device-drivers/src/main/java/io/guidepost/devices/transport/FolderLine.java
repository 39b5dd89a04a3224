package io.guidepost.devices.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The JPEG files of a folder, in the order of their names, again and again at a camera's pace: to
 * try a kiosk without a camera.
 */
public final class FolderLine implements ByteLine {
    private static final Duration PACE = Duration.ofMillis(100);

    private final List<Path> files;
    private int next;
    private byte[] picture = new byte[0];
    private int at;
    private long due = System.nanoTime();
    private volatile boolean closed;

    private FolderLine(List<Path> files) {
        this.files = files;
    }

    /** Looks into the folder at each opening. */
    public static LineOpener to(Path folder) {
        return () -> {
            try (Stream<Path> all = Files.list(folder)) {
                List<Path> files = all.filter(FolderLine::isJpeg).sorted().toList();
                if (files.isEmpty()) {
                    throw new IOException("there is no JPEG file in " + folder);
                }
                return new FolderLine(files);
            }
        };
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        if (closed) {
            throw new IOException("the folder was closed");
        }
        if (at == picture.length) {
            long wait = due - System.nanoTime();
            pause(Math.min(wait, limit.toNanos()));
            if (wait > limit.toNanos()) {
                return 0;
            }
            due += PACE.toNanos();
            picture = Files.readAllBytes(files.get(next));
            next = (next + 1) % files.size();
            at = 0;
        }
        int count = Math.min(into.length, picture.length - at);
        System.arraycopy(picture, at, into, 0, count);
        at += count;
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        throw new IOException("a folder takes no bytes");
    }

    @Override
    public void close() {
        closed = true;
    }

    private static boolean isJpeg(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
    }

    private static void pause(long nanos) throws IOException {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
