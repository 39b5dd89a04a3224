package io.guidepost.kiosk.platform;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import java.util.concurrent.CompletionStage;

/**
 * The backend as the features see it: questions and their answers, and whether it can be reached.
 */
public interface Backend {
    /**
     * Asks and waits for the answer, at most 30 seconds. Never ends exceptionally. While nobody can
     * be reached, the answer is {@link Answer.NoAnswer} at once.
     */
    <R extends Reply> CompletionStage<Answer<R>> ask(Request<R> request);

    /** Whether the backend can be reached. */
    Observable<Connection> connection();
}
