package io.guidepost.kiosk.link;

import java.io.IOException;

/** A file could not be fetched; says why, and whether it makes sense to try again. */
final class DownloadFailed extends IOException {
    private final boolean again;

    DownloadFailed(String message, boolean again) {
        super(message);
        this.again = again;
    }

    boolean worthAnotherTry() {
        return again;
    }
}
