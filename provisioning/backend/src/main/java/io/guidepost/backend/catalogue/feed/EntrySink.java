package io.guidepost.backend.catalogue.feed;

/** Takes a feed's entries one by one, in their order. */
interface EntrySink {
    void entry(FeedEntry entry);

    /** A line that is no entry. */
    void problem(LineProblem problem);
}
