package io.guidepost.kiosk.screens;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.ui.PhotoSource;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.imageio.ImageIO;

/** Still lifes drawn by code, one for each picture asked for. */
final class SamplePhotos implements PhotoSource {
    private final Path folder;

    SamplePhotos(Path folder) {
        this.folder = folder;
    }

    @Override
    public CompletionStage<Optional<Path>> file(Picture picture) {
        return CompletableFuture.completedStage(Optional.of(draw(picture)));
    }

    private synchronized Path draw(Picture picture) {
        Path file = folder.resolve(picture.sha256() + ".jpg");
        if (Files.exists(file)) {
            return file;
        }
        Random random = new Random(picture.sha256().hashCode());
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = random.nextFloat();
        g.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Color.getHSBColor(hue, 0.25f, 0.95f),
                        0,
                        900,
                        Color.getHSBColor(hue, 0.35f, 0.72f)));
        g.fillRect(0, 0, 1200, 900);
        g.setPaint(Color.getHSBColor(hue + 0.04f, 0.3f, 0.6f));
        g.fillRect(0, 640, 1200, 260);
        for (int i = 0; i < 4; i++) {
            float size = 160 + random.nextInt(260);
            float x = 160 + random.nextInt(640);
            g.setPaint(new Color(0, 0, 0, 46));
            g.fill(new Ellipse2D.Float(x - 20, 700, size + 60, 50));
            g.setPaint(
                    new RadialGradientPaint(
                            x + size / 3,
                            720 - size * 0.8f,
                            size,
                            new float[] {0, 1},
                            new Color[] {
                                Color.getHSBColor(hue + 0.5f + i * 0.05f, 0.35f, 0.98f),
                                Color.getHSBColor(hue + 0.5f + i * 0.05f, 0.65f, 0.5f)
                            }));
            g.fill(
                    i % 2 == 0
                            ? new Ellipse2D.Float(x, 730 - size, size, size)
                            : new RoundRectangle2D.Float(x, 730 - size, size * 0.7f, size, 60, 60));
        }
        g.dispose();
        try {
            ImageIO.write(image, "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
