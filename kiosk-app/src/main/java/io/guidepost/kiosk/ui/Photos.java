package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.platform.UiExecutor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Decodes pictures in the background at the size they are shown in, and keeps the last of them. FX
 * thread only.
 */
public final class Photos {
    private static final int KEPT = 64;

    private final PhotoSource source;
    private final UiExecutor ui;
    private final Map<String, Image> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
                    return size() > KEPT;
                }
            };

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
            whenDecoded(ready, consumer, nothing);
            return;
        }
        Optional<Path> here = source.cached(picture);
        if (here.isPresent()) {
            decode(key, here.get(), step, consumer, nothing);
            return;
        }
        source.file(picture)
                .whenComplete(
                        (file, failure) -> {
                            if (failure == null && file.isPresent()) {
                                ui.execute(() -> decode(key, file.get(), step, consumer, nothing));
                            } else {
                                ui.execute(nothing);
                            }
                        });
    }

    private void decode(
            String key, Path file, int width, Consumer<Image> consumer, Runnable nothing) {
        Image image =
                kept.computeIfAbsent(
                        key, _ -> new Image(file.toUri().toString(), width, 0, true, true, true));
        whenDecoded(image, consumer, nothing);
    }

    private static void whenDecoded(Image image, Consumer<Image> consumer, Runnable nothing) {
        if (image.getProgress() >= 1) {
            if (image.isError()) {
                nothing.run();
            } else {
                consumer.accept(image);
            }
            return;
        }
        image.progressProperty()
                .addListener(
                        (_, _, progress) -> {
                            if (progress.doubleValue() >= 1) {
                                whenDecoded(image, consumer, nothing);
                            }
                        });
    }
}
