package io.guidepost.kiosk.demo;

import java.util.Optional;

/**
 * One step of the tour as it went.
 *
 * @param name short, stays the same from run to run, such as {@code scan-ean13}
 * @param title what was done and what was to be seen, one sentence
 * @param ok whether it was seen
 * @param milliseconds from the first action to the last thing seen
 * @param dueMillis what was promised for it, where something was; a step that is late has not
 *     failed, for it may be the machine that was busy
 * @param picture file in {@code pictures/}, where there is something to look at
 * @param reason why it failed
 */
public record TourStep(
        String name,
        String title,
        boolean ok,
        long milliseconds,
        Optional<Long> dueMillis,
        Optional<String> picture,
        Optional<String> reason) {

    /** Whether it took longer than was promised. */
    public boolean late() {
        return dueMillis.filter(due -> milliseconds > due).isPresent();
    }
}
