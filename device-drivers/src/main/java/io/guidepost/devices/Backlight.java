package io.guidepost.devices;

/** The lamp behind the panel. */
public interface Backlight extends Device {

    /**
     * Shines like this from now on, also after the panel was away for a while. Returns at once.
     *
     * @param percent 0 (off) to 100; more than zero is never quite dark
     */
    void set(int percent);

    /** What was asked for last; 100 before that. */
    int percent();
}
