package io.guidepost.kiosk.remote;

import io.guidepost.kiosk.ui.PanelFrame;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32C;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * The panel as PNG, made when somebody asks, at most five times a second however many ask.
 * Thread-safe.
 */
final class ScreenPictures {
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    private final PanelFrame frame;
    private final Finger screen;
    private Optional<Picture> last = Optional.empty();
    private long lastAt;

    /** A picture; its tag is the same for the same pixels. */
    static final class Picture {
        private final String tag;
        private final byte[] png;

        Picture(String tag, byte[] png) {
            this.tag = tag;
            this.png = png;
        }

        String tag() {
            return tag;
        }

        byte[] png() {
            return png;
        }
    }

    ScreenPictures(PanelFrame frame, Finger screen) {
        this.frame = frame;
        this.screen = screen;
    }

    /** The panel now. */
    Picture now() {
        return take(0);
    }

    /**
     * The panel once it differs from the picture with this tag; empty where it does not for 20 s.
     */
    Optional<Picture> newer(String tag) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (System.nanoTime() < end) {
            Picture now = take(PAUSE_NANOS);
            if (!now.tag().equals(tag)) {
                return Optional.of(now);
            }
            Thread.sleep(PAUSE_NANOS / 1_000_000);
        }
        return Optional.empty();
    }

    /**
     * Takes a picture.
     *
     * @param age a picture no older than this serves as well, in nanoseconds
     */
    private synchronized Picture take(long age) {
        if (last.isPresent() && System.nanoTime() - lastAt < age) {
            return last.get();
        }
        WritableImage image = screen.onScreen(frame::picture);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        CRC32C sum = new CRC32C();
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(width * 4);
        for (int y = 0; y < height; y++) {
            bytes.clear();
            bytes.asIntBuffer().put(pixels, y * width, width);
            sum.update(bytes.duplicate());
        }
        String tag = Long.toHexString(sum.getValue());
        if (last.isEmpty() || !last.get().tag().equals(tag)) {
            last = Optional.of(new Picture(tag, png(copy)));
        }
        lastAt = System.nanoTime();
        return last.get();
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18)) {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a picture to memory", e);
        }
    }
}
