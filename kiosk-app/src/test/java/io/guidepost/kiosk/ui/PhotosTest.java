package io.guidepost.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.testing.FxToolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decoded pictures take of the memory of a kiosk that runs for months. */
final class PhotosTest {
    @TempDir Path folder;
    private final BlockingQueue<Runnable> screensThread = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Photos photos = new Photos(this::file, screensThread::add);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private CompletionStage<Optional<Path>> file(Picture picture) {
        asked.incrementAndGet();
        Path file = folder.resolve(picture.path());
        return CompletableFuture.completedStage(
                Files.exists(file) ? Optional.of(file) : Optional.empty());
    }

    @Test
    void aPictureIsNeverDecodedLargerThanItIs() throws Exception {
        assertThat(show(picture("a", 800, 600), 2_560).orElseThrow().getWidth()).isEqualTo(800);
        assertThat(show(picture("b", 800, 600), 300).orElseThrow().getWidth()).isEqualTo(320);
    }

    @Test
    void theOldestGoWhenManyHaveBeenShown() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(show(picture("p" + i, 800, 800), 1_080)).isPresent();
            assertThat(photos.keptBytes()).isLessThanOrEqualTo(32 << 20);
        }
        assertThat(photos.keptBytes()).isGreaterThan(20 << 20);
        int before = asked.get();
        show(picture("p29", 800, 800), 1_080);
        assertThat(asked).as("the newest is still there").hasValue(before);
    }

    @Test
    void twoThatWaitForTheSamePictureBothGetIt() throws Exception {
        Picture picture = picture("a", 800, 600);
        List<Image> given = new ArrayList<>();
        photos.load(picture, 400, given::add, () -> {});
        photos.load(picture, 400, given::add, () -> {});
        runNext();
        assertThat(given).hasSize(2);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsMissingBrokenOrHugeIsNoPicture() throws Exception {
        assertThat(show(new Picture("gone.jpg", "gone"), 400)).isEmpty();
        Files.writeString(folder.resolve("text.jpg"), "no picture");
        assertThat(show(new Picture("text.jpg", "text"), 400)).isEmpty();
        Path bomb = folder.resolve("bomb.png");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", bomb.toFile());
        byte[] bytes = Files.readAllBytes(bomb);
        ByteBuffer.wrap(bytes).putInt(16, 40_000).putInt(20, 40_000);
        Files.write(bomb, bytes);
        assertThat(show(new Picture("bomb.png", "bomb"), 400)).isEmpty();
    }

    private Picture picture(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name + ".jpg");
        ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
        return new Picture(file.getFileName().toString(), name);
    }

    private Optional<Image> show(Picture picture, int width) throws InterruptedException {
        List<Image> given = new ArrayList<>();
        AtomicInteger nothing = new AtomicInteger();
        photos.load(picture, width, given::add, nothing::incrementAndGet);
        if (given.isEmpty()) {
            runNext();
            assertThat(given.size() + nothing.get()).isEqualTo(1);
        }
        return given.stream().findFirst();
    }

    private void runNext() throws InterruptedException {
        Runnable next = screensThread.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        java.util.Objects.requireNonNull(next).run();
    }
}
