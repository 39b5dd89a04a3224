package io.guidepost.backend.catalogue.feed;

/** The feed cannot be read on from here: it is cut off, or not of the format it should be. */
public final class FeedUnreadable extends RuntimeException {
    private final LineProblem problem;

    FeedUnreadable(LineProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    FeedUnreadable(LineProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** Where and why. */
    public LineProblem problem() {
        return problem;
    }
}
