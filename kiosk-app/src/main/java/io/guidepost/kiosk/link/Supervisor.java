package io.guidepost.kiosk.link;

import io.guidepost.contract.fleet.Presence;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import io.guidepost.kiosk.platform.Counters;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the kiosk connected: connects, subscribes, says who is there, and after a loss tries again
 * with full jitter, for as long as the program runs. One named thread.
 */
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration SESSION_EXPIRY = Duration.ofDays(7);
    private static final Duration WILL_DELAY = Duration.ofSeconds(30);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LONG_LIFE = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Mqtt mqtt;
    private final LinkSettings settings;
    private final Topics topics;
    private final Watcher watcher;
    private final Counters counters;
    private final UUID bootId = Ids.newId();
    private final FullJitter jitter;
    private final Duration longestSilence;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private int lastReason;

    /** What the supervisor tells of. */
    interface Watcher {
        /** Subscribed and present: messages may be sent. Called on the supervisor's thread. */
        void up(Mqtt.Session session, UUID bootId);

        /** Nothing may be sent any more. Called on the supervisor's thread. */
        void down();

        void arrived(Mqtt.Incoming message);
    }

    Supervisor(Mqtt mqtt, LinkSettings settings, Watcher watcher, Counters counters) {
        this.mqtt = mqtt;
        this.settings = settings;
        this.topics = new Topics(settings.who().tenant());
        this.watcher = watcher;
        this.counters = counters;
        this.jitter = new FullJitter(settings.pace().retryFirst(), settings.pace().retryLongest());
        // An answer to a ping comes at least once in the keep-alive.
        this.longestSilence = settings.pace().keepAlive().multipliedBy(2);
        this.thread = Thread.ofPlatform().name("link").daemon().unstarted(this::run);
    }

    /** Names this start of the kiosk. */
    UUID bootId() {
        return bootId;
    }

    void start() {
        thread.start();
    }

    private void run() {
        long connection = 0;
        try {
            do {
                connection++;
                hold(connection);
            } while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("link interrupted", e);
        }
    }

    private Duration pause() {
        if (lastReason == MqttFailure.SESSION_TAKEN_OVER) {
            LOG.error("another client connects as {}: waiting", settings.who().kiosk());
            counters.count("link.taken-over");
            return settings.pace().takeover();
        }
        return jitter.next();
    }

    /** One connection, from connecting to its end. */
    private void hold(long connection) throws InterruptedException {
        Ends ends = new Ends();
        Mqtt.Session session;
        try {
            session = mqtt.connect(options(connection), ends);
        } catch (MqttFailure e) {
            lastReason = e.reasonCode();
            counters.count("link.connect-failed");
            LOG.debug("no connection: {}", e.getMessage());
            return;
        } catch (RuntimeException e) {
            // Paho breaks its word now and then: the next try may do better.
            lastReason = 0;
            counters.count("link.connect-failed");
            LOG.error("the connection failed in an unforeseen way", e);
            return;
        }
        try {
            session.subscribe(
                    List.of(
                            topics.allDown(settings.who().kiosk()),
                            topics.offers(settings.who().group()),
                            topics.serviceState(Topics.INBOX)));
            session.publish(presence(true, connection).retained())
                    .toCompletableFuture()
                    .get(
                            Math.min(CONNECT_LIMIT.toMillis(), longestSilence.toMillis()),
                            TimeUnit.MILLISECONDS);
            long since = System.nanoTime();
            counters.count("link.connected");
            LOG.info("connected, connection {} of this start", connection);
            watcher.up(session, bootId);
            if (ends.awaitEndOf(session, closing)) {
                lastReason = ends.reason.get();
                forgetTriesAfterALongLife(since);
                LOG.info("connection {} lost, reason {}", connection, lastReason);
                counters.count("link.lost");
            } else {
                watcher.down();
                session.publish(presence(false, connection).retained())
                        .toCompletableFuture()
                        .get(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            lastReason = 0;
            counters.count("link.connect-failed");
            LOG.warn("connection {} was no good: {}", connection, e.toString());
        } finally {
            watcher.down();
            end(session);
        }
    }

    /**
     * Two clients with one name throw each other out at once and for ever, and not every broker
     * says so: only a connection that stood for a while makes the next tries quick again.
     */
    private void forgetTriesAfterALongLife(long sinceNanos) {
        if (System.nanoTime() - sinceNanos > LONG_LIFE.toNanos()) {
            jitter.reset();
        }
    }

    private void end(Mqtt.Session session) {
        if (closing.getCount() == 0) {
            session.disconnect();
        } else {
            session.abort();
        }
    }

    private Mqtt.Options options(long connection) {
        return new Mqtt.Options(
                settings.where().mqtt(),
                settings.who().kiosk().value(),
                settings.who().secret(),
                settings.pace().keepAlive(),
                CONNECT_LIMIT,
                SESSION_EXPIRY,
                presence(false, connection).retained(),
                WILL_DELAY);
    }

    private Mqtt.Outgoing presence(boolean online, long connection) {
        String os = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return Mqtt.Outgoing.of(
                topics.presence(settings.who().kiosk()),
                Json.writeText(new Presence(online, bootId, connection, settings.app(), os)));
    }

    /** Says good-bye and ends, within a few seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(CLOSE_LIMIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears of the end of one connection. */
    private final class Ends implements Mqtt.Listener {
        private final CountDownLatch lost = new CountDownLatch(1);
        private final AtomicInteger reason = new AtomicInteger();

        @Override
        public void arrived(Mqtt.Incoming message) {
            watcher.arrived(message);
        }

        @Override
        public void lost(int reasonCode) {
            reason.set(reasonCode);
            lost.countDown();
        }

        /**
         * Waits for the end of the connection or of the program; true where it was the
         * connection's. Looks by itself as well: what goes wrong while Paho tells of a loss, it
         * keeps to itself, and a line that swallows everything it notices only after three times
         * the keep-alive.
         */
        boolean awaitEndOf(Mqtt.Session session, CountDownLatch program)
                throws InterruptedException {
            while (program.getCount() > 0) {
                if (lost.await(100, TimeUnit.MILLISECONDS) || !session.alive()) {
                    return true;
                }
                if (session.silence().compareTo(longestSilence) > 0) {
                    counters.count("link.silent");
                    LOG.info("nothing came for {}", session.silence());
                    return true;
                }
            }
            return false;
        }
    }
}
