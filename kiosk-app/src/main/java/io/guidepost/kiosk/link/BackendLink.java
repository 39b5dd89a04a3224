package io.guidepost.kiosk.link;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.event.Ack;
import io.guidepost.contract.fleet.Birth;
import io.guidepost.contract.fleet.ServiceState;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.Pictures;
import io.guidepost.kiosk.catalogue.ReplicaUpdates;
import io.guidepost.kiosk.catalogue.UpdateClock;
import io.guidepost.kiosk.health.TelemetryLine;
import io.guidepost.kiosk.platform.Answer;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to the backend: everything that goes over MQTT and HTTP. Starts and stops in
 * milliseconds whether or not anybody is there; keeps trying while it runs.
 */
public final class BackendLink implements Backend, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackendLink.class);

    private static final Duration STALL_LIMIT = Duration.ofSeconds(20);

    private final LinkSettings settings;
    private final Topics topics;
    private final Supervisor supervisor;
    private final OutboxSender sender;
    private final Requests requests;
    private final TelemetrySender telemetry;
    private final OffersUpdater offers;
    private final Downloads downloads;
    private final PictureCache pictures;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final Outbox outbox;
    private final Inbox inbox;
    private final LiveValue<Connection> connection = new LiveValue<>(Connection.OFFLINE);
    private final Object gate = new Object();
    private boolean takesEvents;
    private Optional<Mqtt.Session> session = Optional.empty();
    private Optional<UUID> boot = Optional.empty();
    private final AtomicBoolean announcing = new AtomicBoolean();
    private final AtomicBoolean announced = new AtomicBoolean();
    private Subscription following = () -> {};
    private Subscription news = () -> {};
    private volatile Function<UUID, Optional<Birth>> birth = _ -> Optional.empty();

    /** What the link reads from and writes to. */
    public record Stores(Outbox outbox, ReplicaUpdates replica) {}

    /** What everything runs on. */
    public record Engine(BackgroundTasks tasks, Counters counters, Clock clock) {}

    public BackendLink(LinkSettings settings, Stores stores, Engine engine) {
        this(new PahoMqtt(), settings, stores, engine);
    }

    BackendLink(Mqtt mqtt, LinkSettings settings, Stores stores, Engine engine) {
        this.settings = settings;
        this.topics = new Topics(settings.who().tenant());
        this.tasks = engine.tasks();
        this.counters = engine.counters();
        this.outbox = stores.outbox();
        this.inbox = new Inbox(counters);
        this.downloads =
                new Downloads(
                        settings.where().http(),
                        settings.who().kiosk().value(),
                        settings.who().secret(),
                        tasks,
                        STALL_LIMIT);
        this.pictures =
                new PictureCache(settings.folder().resolve("pictures"), downloads, tasks, counters);
        this.offers =
                new OffersUpdater(
                        stores.replica(), settings, downloads, tasks, counters, engine.clock());
        this.requests = new Requests(settings, tasks, counters);
        this.sender = new OutboxSender(outbox, settings, counters);
        this.supervisor = new Supervisor(mqtt, settings, new Watcher(), counters);
        this.telemetry =
                new TelemetrySender(settings, supervisor.bootId(), TelemetrySender.ANSWER_LIMIT);
    }

    /**
     * Begins to connect; returns at once.
     *
     * @param inventory makes the birth message of a boot, after each connect
     */
    public void start(Function<UUID, Optional<Birth>> inventory) {
        birth = inventory;
        sender.start();
        news = outbox.onNew(sender::wake);
        following = offers.follow(connection);
        supervisor.start();
        var _ = tasks.after("tidy pictures", Duration.ofMinutes(5), pictures::tidy);
    }

    @Override
    public <R extends Reply> CompletionStage<Answer<R>> ask(Request<R> request) {
        return requests.ask(request);
    }

    @Override
    public Observable<Connection> connection() {
        return connection;
    }

    /** Takes telemetry while the backend takes events. */
    public TelemetryLine telemetry() {
        return telemetry;
    }

    public Pictures pictures() {
        return pictures;
    }

    public UpdateClock updates() {
        return offers;
    }

    /**
     * Opens or shuts the gate for outbox and requests, whichever the connection and the backend's
     * word give.
     */
    private void settleGate() {
        synchronized (gate) {
            if (session.isPresent() && takesEvents) {
                if (connection.get() != Connection.ONLINE) {
                    sender.open(session.get());
                    requests.open(session.get());
                    telemetry.open(session.get());
                }
                connection.set(Connection.ONLINE);
            } else {
                sender.shut();
                requests.shut();
                telemetry.shut();
                connection.set(session.isPresent() ? Connection.BROKER_ONLY : Connection.OFFLINE);
            }
        }
    }

    /**
     * What the kiosk says of itself at a connect has changed: says it again soon, the first time at
     * once, for head office waits for a new kiosk's first catalogue. Any thread.
     */
    public void announce() {
        if (announcing.compareAndSet(false, true)) {
            Duration wait =
                    announced.getAndSet(true)
                            ? Duration.ofSeconds(ThreadLocalRandom.current().nextLong(45, 76))
                            : Duration.ofSeconds(1);
            var _ =
                    tasks.after(
                            "announce",
                            wait,
                            () -> {
                                announcing.set(false);
                                say();
                            });
        }
    }

    private void say() {
        Optional<Mqtt.Session> now;
        Optional<UUID> since;
        synchronized (gate) {
            now = session;
            since = boot;
        }
        Optional<Birth> inventory = since.flatMap(birth);
        if (now.isPresent() && inventory.isPresent()) {
            now.get()
                    .publish(
                            Mqtt.Outgoing.of(
                                            topics.birth(settings.who().kiosk()),
                                            Json.writeText(inventory.get()))
                                    .expiring(Duration.ofDays(1)))
                    .whenComplete(
                            (_, failure) -> {
                                if (failure != null) {
                                    // The next connection says it again.
                                    counters.count("link.birth.not-sent");
                                }
                            });
        }
    }

    private void takeAck(Mqtt.Incoming message) {
        Ack ack = Json.read(message.payload().bytes(), Ack.class);
        outbox.acknowledged(ack.ids());
        sender.acknowledged(ack.ids());
        counters.add("link.outbox.acknowledged", ack.ids().size());
    }

    private void takeServiceState(Mqtt.Incoming message) {
        // An empty payload is how a retained state is taken back.
        boolean open =
                message.payload().length() > 0
                        && Json.read(message.payload().bytes(), ServiceState.class).open();
        synchronized (gate) {
            takesEvents = open;
        }
        settleGate();
    }

    private final class Watcher implements Supervisor.Watcher {
        @Override
        public void up(Mqtt.Session now, UUID bootId) {
            synchronized (gate) {
                session = Optional.of(now);
                boot = Optional.of(bootId);
            }
            say();
            settleGate();
        }

        @Override
        public void down() {
            synchronized (gate) {
                session = Optional.empty();
                takesEvents = false;
            }
            offers.forgetLatest();
            settleGate();
        }

        /** On the client's thread: everything that takes time is handed over. */
        @Override
        public void arrived(Mqtt.Incoming message) {
            String topic = message.topic();
            if (topic.equals(topics.ack(settings.who().kiosk()))) {
                handOver("acknowledgement", () -> takeAck(message));
            } else if (topic.equals(topics.offers(settings.who().group()))) {
                offers.arrived(message);
            } else if (topic.startsWith(topics.response(settings.who().kiosk(), ""))) {
                requests.arrived(message);
            } else if (topic.equals(topics.serviceState(Topics.INBOX))) {
                handOver("service state", () -> takeServiceState(message));
            } else {
                counters.count("link.message.unknown-topic");
            }
        }
    }

    private void handOver(String what, Runnable work) {
        inbox.put(
                () -> {
                    try {
                        work.run();
                    } catch (BadJson e) {
                        counters.count("link.message.malformed");
                        LOG.warn("{} refused: {}", what, e.getMessage());
                    }
                });
    }

    /** Says good-bye and ends, within a few seconds. */
    @Override
    public void close() {
        news.close();
        following.close();
        requests.close();
        sender.close();
        supervisor.close();
        inbox.close();
        downloads.close();
    }
}
