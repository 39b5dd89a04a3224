package io.guidepost.kiosk.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds whose answers come late. */
class BookingServiceTest {
    private final SessionId session = new SessionId(Ids.newId().toString());
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final SlowBackend backend = new SlowBackend();
    private final BookingService booking = new BookingService(backend, tasks, Clock.systemUTC());

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void whatIsHeldAfterTheCustomerHasGoneIsGivenBack() {
        CompletionStage<HoldOutcome> asked = hold();
        UUID late = backend.asked.getFirst();
        booking.release();

        backend.grant(late);

        assertThat(asked).isCompletedWithValue(new HoldOutcome.Left());
        assertThat(booking.held().get()).isEmpty();
        await().until(() -> backend.released.equals(List.of(late)));
    }

    @Test
    void onlyTheNewestChoiceIsKept() {
        var _ = hold();
        var _ = hold();
        UUID first = backend.asked.get(0);
        UUID second = backend.asked.get(1);
        backend.grant(second);
        backend.grant(first);

        assertThat(booking.held().get().map(HeldBooking::holdId)).contains(second);
        await().until(() -> backend.released.equals(List.of(first)));
    }

    @Test
    void whatMayHaveBeenHeldByAnAnswerThatFailedIsGivenBack() {
        var _ = hold();
        UUID id = backend.asked.getFirst();
        backend.answer(id, new Answer.Failed<>("the service failed"));

        await().until(() -> backend.released.equals(List.of(id)));
    }

    private CompletionStage<HoldOutcome> hold() {
        return booking.hold(session, Samples.tea(2500, 1), Optional.empty(), 1, Optional.empty());
    }

    /** Answers a question for a hold when it is told to. */
    private static final class SlowBackend implements Backend {
        private final List<UUID> asked = new CopyOnWriteArrayList<>();
        private final List<UUID> released = new CopyOnWriteArrayList<>();
        private final Map<UUID, CompletableFuture<Answer<Reply>>> waiting =
                new ConcurrentHashMap<>();

        void grant(UUID id) {
            answer(
                    id,
                    new Answer.Answered<>(
                            new Reply.HoldResult.Held(
                                    id,
                                    Money.of(2500, "EUR"),
                                    Instant.now().plus(Duration.ofMinutes(5)))));
        }

        void answer(UUID id, Answer<Reply> answer) {
            CompletableFuture<Answer<Reply>> question = waiting.get(id);
            assertThat(question).isNotNull();
            if (question != null) {
                question.complete(answer);
            }
        }

        @Override
        public <R extends Reply> CompletionStage<Answer<R>> ask(Request<R> request) {
            CompletableFuture<Answer<Reply>> answer = new CompletableFuture<>();
            if (request instanceof Request.Hold hold) {
                waiting.put(hold.holdId(), answer);
                asked.add(hold.holdId());
            } else if (request instanceof Request.Release(UUID id)) {
                released.add(id);
            }
            return answer.thenApply(
                    a ->
                            switch (a) {
                                case Answer.Answered<Reply>(Reply reply) ->
                                        new Answer.Answered<>(request.replyType().cast(reply));
                                case Answer.Failed<Reply>(var error) -> new Answer.Failed<>(error);
                                case Answer.NoAnswer<Reply>(var why) -> new Answer.NoAnswer<>(why);
                            });
        }

        @Override
        public Observable<Connection> connection() {
            return new LiveValue<>(Connection.ONLINE);
        }
    }
}
