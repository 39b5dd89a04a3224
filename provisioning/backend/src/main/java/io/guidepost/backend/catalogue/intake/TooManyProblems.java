package io.guidepost.backend.catalogue.intake;

/** Reading on would only find more; never leaves the package. */
final class TooManyProblems extends RuntimeException {
    TooManyProblems() {
        super("too many broken lines", null, false, false);
    }
}
