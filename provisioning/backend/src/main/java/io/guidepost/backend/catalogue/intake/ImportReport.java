package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.LineProblem;
import java.util.List;

/**
 * What an import did.
 *
 * @param committed whether anything was changed; a refused feed changes nothing
 * @param accepted lines that went in, or would have
 * @param refused broken lines, which are left out
 * @param ignored good lines about things that are not sold here
 * @param changed entries that are new or differ from before
 * @param problems the first {@link #MAX_PROBLEMS}: what is wrong with broken lines, and what others
 *     went in without
 */
public record ImportReport(
        ImportOrder order,
        boolean committed,
        int accepted,
        int refused,
        int ignored,
        int changed,
        List<LineProblem> problems) {
    /** Problems that are kept; reading stops there. */
    public static final int MAX_PROBLEMS = 1_000;

    /** One line for people. */
    public String summary() {
        return "%s %s: %s, %d lines good, %d broken, %d ignored, %d changed"
                .formatted(
                        order.kind().text(),
                        order.file().getFileName(),
                        committed ? "imported" : "REFUSED, nothing changed",
                        accepted,
                        refused,
                        ignored,
                        changed);
    }
}
