package io.guidepost.kiosk.platform;

import io.guidepost.contract.booking.Reply;

/**
 * What became of a question to the backend.
 *
 * @param <R> the answer's type
 */
public sealed interface Answer<R extends Reply> {
    /** The backend answered. */
    record Answered<R extends Reply>(R reply) implements Answer<R> {}

    /**
     * The backend answered that it could not do it.
     *
     * @param error for the technician, in English; names the field and the limit where the request
     *     was at fault
     */
    record Failed<R extends Reply>(String error) implements Answer<R> {}

    /**
     * No answer; the backend may still have done what was asked. Asking again with the same ids is
     * safe.
     */
    record NoAnswer<R extends Reply>(Reason reason) implements Answer<R> {}

    /** Why there was no answer. */
    enum Reason {
        /** Not sent: no connection. */
        OFFLINE,
        /** Sent, and nothing came back in time. */
        TIMEOUT
    }
}
