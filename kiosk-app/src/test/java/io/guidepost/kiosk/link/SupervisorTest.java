package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.testing.BackendSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The link comes back whatever the client library does. */
@Timeout(60)
class SupervisorTest {
    private final Counters counters = new Counters();
    private final AtomicInteger connects = new AtomicInteger();
    private final AtomicInteger ups = new AtomicInteger();
    private final AtomicInteger downs = new AtomicInteger();
    private Supervisor supervisor = supervise(new Line());

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void aLineThatSwallowsEverythingIsGivenUpThoughTheLibraryNoticesNothing() {
        Line swallowed = new Line();
        supervisor = supervise(swallowed);
        supervisor.start();
        await().until(() -> ups.get() == 1);

        swallowed.silence = Duration.ofSeconds(61);

        await().until(() -> connects.get() >= 2);
        assertThat(downs).hasPositiveValue();
        assertThat(counters.get("link.silent")).isPositive();
        assertThat(swallowed.aborted).isTrue();
    }

    @Test
    void anUnforeseenFailureOfTheLibraryIsNoMoreThanAFailedTry() {
        supervisor =
                supervise(
                        (_, _) -> {
                            if (connects.incrementAndGet() == 1) {
                                throw new IllegalStateException("not foreseen");
                            }
                            return new Line();
                        });
        supervisor.start();
        await().until(() -> ups.get() == 1);
    }

    @Test
    void aConnectionWhoseFirstMessageIsNeverTakenIsGivenUp() {
        Line deaf = new Line();
        deaf.published = new CompletableFuture<>();
        supervisor = supervise(deaf);
        supervisor.start();
        await().until(() -> connects.get() >= 2);
        assertThat(ups).hasValue(0);
    }

    private Supervisor supervise(Mqtt.Session session) {
        return supervise(
                (_, _) -> {
                    connects.incrementAndGet();
                    return session;
                });
    }

    private Supervisor supervise(Mqtt mqtt) {
        LinkSettings settings =
                new LinkSettings(
                        new LinkSettings.Who(
                                BackendSide.TENANT,
                                BackendSide.KIOSK,
                                BackendSide.GROUP,
                                Optional.empty(),
                                Optional.empty()),
                        new LinkSettings.Where(
                                URI.create("tcp://127.0.0.1:1"), URI.create("http://127.0.0.1:1/")),
                        new LinkSettings.Pace(
                                Duration.ofSeconds(1),
                                Duration.ofMillis(10),
                                Duration.ofMillis(20),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1)),
                        Path.of("unused"),
                        "guidepost test");
        Supervisor.Watcher watcher =
                new Supervisor.Watcher() {
                    @Override
                    public void up(Mqtt.Session session, UUID bootId) {
                        ups.incrementAndGet();
                    }

                    @Override
                    public void down() {
                        downs.incrementAndGet();
                    }

                    @Override
                    public void arrived(Mqtt.Incoming message) {}
                };
        return new Supervisor(mqtt, settings, watcher, counters);
    }

    /** A connection as the library may show it: standing, whatever happens to it. */
    private static final class Line implements Mqtt.Session {
        private volatile Duration silence = Duration.ZERO;
        private volatile boolean aborted;
        private volatile CompletableFuture<Void> published =
                CompletableFuture.completedFuture(null);

        @Override
        public void subscribe(List<String> filters) {}

        @Override
        public CompletionStage<Void> publish(Mqtt.Outgoing message) {
            return published;
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public Duration silence() {
            return silence;
        }

        @Override
        public void disconnect() {}

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
