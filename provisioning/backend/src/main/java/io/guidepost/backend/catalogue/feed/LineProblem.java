package io.guidepost.backend.catalogue.feed;

/**
 * Why a line, or the whole feed, was refused.
 *
 * @param line line in the file where the entry begins, from 1
 * @param field the feed's own name of the field; empty when it is about the line as such
 * @param reason what is wrong, which limit holds and what to do; never a personal value
 */
public record LineProblem(long line, String field, String reason) {
    @Override
    public String toString() {
        return "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + reason;
    }
}
