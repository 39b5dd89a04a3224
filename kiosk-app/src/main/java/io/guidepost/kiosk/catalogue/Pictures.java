package io.guidepost.kiosk.catalogue;

import io.guidepost.contract.catalogue.Picture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Pictures of offers and campaigns, kept on disk once fetched. */
public interface Pictures {
    /**
     * The picture's file, fetched first where needed; empty where that fails. Never ends
     * exceptionally.
     */
    CompletionStage<Optional<Path>> file(Picture picture);
}
