package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.platform.UiExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes pictures in the background at the size they are shown in, never larger than they are, and
 * keeps the last of them. FX thread only.
 */
public final class Photos {
    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

    /** Four bytes a pixel; the toolkit keeps as much again of what it draws. */
    private static final long KEPT_BYTES = 32L << 20;

    private static final long MOST_PIXELS = 40_000_000;
    private static final Semaphore DECODERS = new Semaphore(2);

    private final PhotoSource source;
    private final UiExecutor ui;
    private final Map<String, Image> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, List<Wish>> wished = new HashMap<>();
    private long keptBytes;

    /** Somebody who waits for a picture. */
    private record Wish(Consumer<Image> consumer, Runnable nothing) {}

    public Photos(PhotoSource source, UiExecutor ui) {
        this.source = source;
        this.ui = ui;
    }

    /**
     * Gives the decoded picture to the consumer on the FX thread.
     *
     * @param width at least this wide where the file is, in pixels
     * @param nothing is run on the FX thread where it cannot be had
     */
    void load(Picture picture, double width, Consumer<Image> consumer, Runnable nothing) {
        // Sizes in steps, so that one decoded picture serves nodes of nearly the same size.
        int step = (int) Math.ceil(width / 80) * 80;
        String key = picture.sha256() + "@" + step;
        Image ready = kept.get(key);
        if (ready != null) {
            consumer.accept(ready);
            return;
        }
        boolean first = !wished.containsKey(key);
        wished.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Wish(consumer, nothing));
        if (first) {
            source.file(picture)
                    .whenComplete(
                            (file, failure) -> {
                                Optional<Path> there = failure == null ? file : Optional.empty();
                                Thread.ofVirtual()
                                        .name("photo")
                                        .start(() -> decode(key, there, step));
                            });
        }
    }

    private void decode(String key, Optional<Path> file, int width) {
        Optional<Image> image = file.flatMap(path -> decoded(path, width));
        ui.execute(() -> give(key, image));
    }

    private void give(String key, Optional<Image> image) {
        image.ifPresent(decoded -> keep(key, decoded));
        for (Wish wish : Optional.ofNullable(wished.remove(key)).orElse(List.of())) {
            image.ifPresentOrElse(wish.consumer(), wish.nothing());
        }
    }

    private void keep(String key, Image image) {
        Image before = kept.put(key, image);
        keptBytes += bytes(image) - (before == null ? 0 : bytes(before));
        Iterator<Image> eldest = kept.values().iterator();
        while (keptBytes > KEPT_BYTES && kept.size() > 1) {
            keptBytes -= bytes(eldest.next());
            eldest.remove();
        }
    }

    /** What the pictures that are kept take. */
    long keptBytes() {
        return keptBytes;
    }

    private static long bytes(Image image) {
        return Math.round(image.getWidth() * image.getHeight() * 4);
    }

    /**
     * Decodes a file; on any thread.
     *
     * @param width pixels that are wanted; the file's own where it has fewer
     */
    static Optional<Image> decoded(Path file, int width) {
        DECODERS.acquireUninterruptibly();
        try {
            int most = Math.min(width, widthOf(file));
            Image image = new Image(file.toUri().toString(), most, 0, true, true);
            return image.isError() ? Optional.empty() : Optional.of(image);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the picture {} cannot be shown: {}", file.getFileName(), e.toString());
            return Optional.empty();
        } finally {
            DECODERS.release();
        }
    }

    private static int widthOf(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new IOException(pixels + " pixels, at most " + MOST_PIXELS);
                }
                return reader.getWidth(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
