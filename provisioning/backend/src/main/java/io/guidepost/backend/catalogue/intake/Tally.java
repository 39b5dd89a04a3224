package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what an import does. */
final class Tally implements Intake.Listener {
    /** Most entries of one feed: their keys are kept to find a second one of the same. */
    static final int MAX_ENTRIES = 2_000_000;

    private final Map<String, Long> keys = new HashMap<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private int lines;
    private int refused;
    private int ignored;
    private int changed;

    /** Whether this is the first entry with its key. */
    boolean isNew(FeedLine line) {
        lines++;
        if (keys.size() >= MAX_ENTRIES) {
            problem(
                    new LineProblem(
                            line.line(), "", "is beyond " + MAX_ENTRIES + "; split the feed"));
            throw new TooManyProblems();
        }
        Long first = keys.putIfAbsent(line.key(), line.line());
        if (first != null) {
            problem(
                    new LineProblem(
                            line.line(),
                            "id",
                            "is in the feed already, on line " + first + "; remove one"));
        }
        return first == null;
    }

    /** A line that is no entry. */
    void broken(LineProblem problem) {
        lines++;
        problem(problem);
    }

    @Override
    public void problem(LineProblem problem) {
        refused++;
        flaw(problem);
    }

    @Override
    public void flaw(LineProblem problem) {
        problems.add(problem);
        if (problems.size() >= ImportReport.MAX_PROBLEMS) {
            throw new TooManyProblems();
        }
    }

    /** The rest of the feed cannot be read, which nothing makes good. */
    void unreadable(LineProblem problem) {
        lines++;
        refused++;
        problems.add(problem);
    }

    @Override
    public void ignored() {
        ignored++;
    }

    @Override
    public void changed() {
        changed++;
    }

    boolean passes(ImportRules rules) {
        if (problems.isEmpty()) {
            return true;
        }
        double share = refused / (double) Math.max(1, lines);
        return rules.skipBroken() && share <= rules.maxBroken();
    }

    int accepted() {
        return Math.max(0, lines - refused);
    }

    int refused() {
        return refused;
    }

    int ignoredLines() {
        return ignored;
    }

    int changedEntries() {
        return changed;
    }

    List<LineProblem> problems() {
        return List.copyOf(problems);
    }
}
