package io.guidepost.kiosk.app;

import io.guidepost.contract.catalogue.Picture;
import io.guidepost.kiosk.catalogue.Pictures;
import io.guidepost.kiosk.ui.PhotoSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Pictures for a shell that is on the glass before the store has been opened. */
final class LatePhotos implements PhotoSource {
    private volatile Optional<Pictures> pictures = Optional.empty();

    void from(Pictures source) {
        pictures = Optional.of(source);
    }

    @Override
    public CompletionStage<Optional<Path>> file(Picture picture) {
        return pictures.map(source -> source.file(picture))
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    }
}
