package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.BreakableProxy;
import io.guidepost.kiosk.testing.Mosquitto;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The link against Mosquitto, through a connection that is cut, refused and swallowed. */
@Timeout(90)
class LinkTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final Counters counters = new Counters();
    private final BackgroundTasks tasks = new BackgroundTasks();
    private Mosquitto broker;
    private BackendSide backend;
    private BreakableProxy proxy;
    private Store store;
    private BackendLink link;

    LinkTest() {}

    @BeforeEach
    void start() throws IOException {
        broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
        backend = BackendSide.start(broker.port());
        proxy = new BreakableProxy(broker.port());
        store = Store.open(folder.resolve("data"), BackendSide.KIOSK, counters, Clock.systemUTC());
        link = link(Clock.systemUTC());
        link.start(_ -> Optional.empty());
        await().atMost(SOON).until(() -> link.connection().get() == Connection.ONLINE);
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        tasks.close();
        store.close();
        proxy.close();
        backend.close();
        broker.close();
    }

    private BackendLink link(Clock clock) {
        LinkSettings settings =
                new LinkSettings(
                        new LinkSettings.Who(
                                BackendSide.TENANT,
                                BackendSide.KIOSK,
                                BackendSide.GROUP,
                                Optional.empty(),
                                Optional.of(backend.key().verifyingKey())),
                        new LinkSettings.Where(
                                URI.create("tcp://127.0.0.1:" + proxy.port()), backend.http()),
                        new LinkSettings.Pace(
                                Duration.ofSeconds(1),
                                Duration.ofMillis(50),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(3)),
                        folder.resolve("data"),
                        "guidepost test");
        return new BackendLink(
                settings,
                new BackendLink.Stores(store.outbox(), store.updates()),
                new BackendLink.Engine(tasks, counters, clock));
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            store.events()
                    .record(
                            new KioskEvent.SessionStarted(
                                    new SessionId(UUID.randomUUID().toString()), Instant.now()));
        }
    }

    private void allArrive(int events) {
        await().atMost(SOON).until(() -> store.outbox().size() == 0);
        assertThat(backend.events()).hasSize(events);
    }

    @Test
    void eventsLeaveTheOutboxOnlyOnTheBackendsOwnAcknowledgement() {
        backend.acknowledge(false);
        record(5);
        await().atMost(SOON).until(() -> new HashSet<>(backend.deliveries()).size() == 5);
        assertThat(store.outbox().size()).isEqualTo(5);

        backend.acknowledge(true);

        allArrive(5);
        assertThat(counters.get("link.outbox.resent")).isPositive();
    }

    @Test
    void nothingIsSentWhileTheBackendTakesNothing() {
        backend.open(false);
        await().atMost(SOON).until(() -> link.connection().get() == Connection.BROKER_ONLY);
        record(3);
        await().during(Duration.ofMillis(600))
                .atMost(SOON)
                .until(() -> backend.deliveries().isEmpty());

        backend.open(true);

        allArrive(3);
    }

    @Test
    void eventsSurviveCutsWithMessagesInFlight() {
        for (int round = 0; round < 5; round++) {
            record(200);
            proxy.cut();
        }
        allArrive(1000);
        assertThat(counters.get("link.lost")).isPositive();
    }

    @Test
    void eventsDrainAfterTheConnectionWasSwallowedSilently() {
        proxy.swallow(true);
        record(50);
        await().atMost(SOON).until(() -> link.connection().get() == Connection.OFFLINE);
        record(50);
        proxy.swallow(false);

        allArrive(100);
    }

    @Test
    void eventsDrainAfterTheBrokerWasAwayForAWhile() {
        proxy.refuse(true);
        proxy.cut();
        await().atMost(SOON).until(() -> link.connection().get() == Connection.OFFLINE);
        record(100);
        await().atMost(SOON).until(() -> counters.get("link.connect-failed") > 2);
        proxy.refuse(false);

        allArrive(100);
    }

    @Test
    void aQuestionIsAnsweredAlsoOverACut() throws Exception {
        Request.Hold hold =
                new Request.Hold(
                        UUID.randomUUID(),
                        new SessionId(UUID.randomUUID().toString()),
                        Samples.TEA,
                        Optional.empty(),
                        1,
                        Optional.empty());
        assertThat(link.ask(hold).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Answer.Answered.class,
                        a -> assertThat(a.reply()).isInstanceOf(Reply.HoldResult.Held.class));

        proxy.cut();
        var second = link.ask(hold);
        Answer<Reply.HoldResult> answer = second.toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(answer).isNotInstanceOf(Answer.Failed.class);
    }

    @Test
    void aQuestionEndsInTimeWithoutAnAnswerAndSaysWhatTheBackendSays() throws Exception {
        Request.Slots slots = new Request.Slots(Samples.TEA, LocalDate.EPOCH, 99);
        backend.answer(_ -> Optional.of(new Reply.Failed("days: 99 is more than 31")));
        assertThat(link.ask(slots).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isEqualTo(new Answer.Failed<>("days: 99 is more than 31"));

        proxy.swallow(true);
        assertThat(link.ask(slots).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isInstanceOf(Answer.NoAnswer.class);
        await().atMost(SOON).until(() -> link.connection().get() == Connection.OFFLINE);
        assertThat(link.ask(slots).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isEqualTo(new Answer.NoAnswer<>(Answer.Reason.OFFLINE));
    }

    @Test
    void saysGoodByeBeforeAnOrderlyEnd() {
        link.close();
        await().atMost(SOON)
                .until(
                        () ->
                                !backend.presences().isEmpty()
                                        && backend.presences()
                                                .getLast()
                                                .contains("\"online\":false"));
        assertThat(backend.presences().getFirst()).contains("\"online\":true");
    }
}
