package io.guidepost.backend.console;

import java.util.Queue;
import java.util.concurrent.Flow;

/** Puts every line of an answer without end into a queue. */
record Lines(Queue<String> into) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        into.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        into.add("failed: " + failure);
    }

    @Override
    public void onComplete() {
        into.add("ended");
    }
}
