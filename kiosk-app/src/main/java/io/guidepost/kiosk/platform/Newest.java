package io.guidepost.kiosk.platform;

/**
 * Puts answers in the order of their questions: once a newer one was used, an older one that comes
 * after it is refused. Thread-safe.
 */
public final class Newest {
    private long asked;
    private long used;

    /** A question is asked; gives its number. */
    public synchronized long ask() {
        return ++asked;
    }

    /** Whether the answer to this question may be used. */
    public synchronized boolean use(long question) {
        if (question < used) {
            return false;
        }
        used = question;
        return true;
    }
}
