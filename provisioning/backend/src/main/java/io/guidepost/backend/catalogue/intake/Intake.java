package io.guidepost.backend.catalogue.intake;

import io.guidepost.backend.catalogue.feed.FeedLine;
import io.guidepost.backend.catalogue.feed.LineProblem;
import io.guidepost.contract.catalogue.OfferId;
import java.util.Optional;

/** Brings the lines of one kind of feed into the tables, inside the import's transaction. */
interface Intake {
    void take(FeedLine line);

    /**
     * A line that is broken and left out.
     *
     * @param offer what it is about, where that is known
     */
    default void leftOut(Optional<OfferId> offer) {
        // Only a feed that says what is sold at all cares about what it does not say.
    }

    /** After the last line. */
    void end();

    /** What an import is told by an intake. */
    interface Listener {
        /** A line is right by itself but not beside what the tables hold, and is left out. */
        void problem(LineProblem problem);

        /** A line goes in without something that it names, such as a picture. */
        void flaw(LineProblem problem);

        /** A line about something that is not sold here. */
        void ignored();

        /** An entry is new or differs from before. */
        void changed();
    }
}
