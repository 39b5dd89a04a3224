package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;

/** Brings the lines of one kind of feed into the tables, inside the import's transaction. */
interface Intake {
    void take(FeedLine line);

    /** After the last line. */
    void end();

    /** What an import is told by an intake. */
    interface Listener {
        /** A line that is right by itself but not beside what the tables hold. */
        void problem(LineProblem problem);

        /** A line about something that is not sold here. */
        void ignored();

        /** An entry is new or differs from before. */
        void changed();
    }
}
