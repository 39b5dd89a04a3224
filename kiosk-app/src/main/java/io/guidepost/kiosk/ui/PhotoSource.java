package io.guidepost.kiosk.ui;

import io.guidepost.contract.catalogue.Picture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where pictures come from. */
public interface PhotoSource {
    /** The picture's file, fetched first where needed; empty where that fails. */
    CompletionStage<Optional<Path>> file(Picture picture);
}
