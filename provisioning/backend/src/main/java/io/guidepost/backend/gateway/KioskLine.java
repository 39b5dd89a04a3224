package io.guidepost.backend.gateway;

import io.guidepost.backend.insight.LiveItem;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.telemetry.EventInbox;
import io.guidepost.backend.telemetry.Fleet;
import io.guidepost.backend.telemetry.RawData;
import io.guidepost.backend.telemetry.ReceivedEvent;
import io.guidepost.backend.telemetry.RefusedMessages;
import io.guidepost.contract.fleet.Birth;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.Presence;
import io.guidepost.contract.fleet.ServiceState;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.BadJson;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.topic.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes everything that kiosks send and hands it to whom it is for. What is for nobody or not as
 * the contract says is refused: counted, kept, and never in the way of what comes next.
 */
public final class KioskLine implements MqttListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KioskLine.class);
    private static final int STATUS_QUEUE = 5_000;

    private final Desk desk;
    private final Topics topics;
    private final MqttPort port;
    private final RequestLine requests;
    private final Runnable onConnect;
    private final Clock clock;
    private final ThreadPoolExecutor statusWorker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(STATUS_QUEUE),
                    Thread.ofPlatform().name("kiosk-status").factory());

    /** Whom messages are for. */
    public record Desk(
            EventInbox inbox,
            Fleet fleet,
            RefusedMessages refused,
            RequestAnswerer requests,
            LiveStream live) {}

    /**
     * Puts it together; {@link MqttPort#start} is the caller's.
     *
     * @param onConnect called after each connect, may block
     */
    public KioskLine(Desk desk, Topics topics, MqttPort port, Runnable onConnect, Clock clock) {
        this.desk = desk;
        this.topics = topics;
        this.port = port;
        this.onConnect = onConnect;
        this.clock = clock;
        this.requests = new RequestLine(topics, port, desk.requests());
    }

    /** Whether the backend takes events, as the message that says so. */
    public static Outgoing state(Topics topics, boolean open) {
        return Outgoing.retained(
                topics.serviceState(Topics.INBOX),
                Payload.of(Json.write(new ServiceState(open))),
                Map.of());
    }

    @Override
    public void connected() {
        port.send(state(topics, true), problem -> LOG.warn("service state: {}", problem));
        onConnect.run();
    }

    @Override
    public void disconnected() {
        LOG.warn("the broker is gone");
    }

    @Override
    public void arrived(Incoming message) {
        Optional<Topics.Address> address = topics.parse(message.topic());
        if (address.isEmpty()) {
            refuse(Optional.empty(), message, "topic: not of a kiosk");
            return;
        }
        KioskId kiosk = address.get().kiosk();
        String rest = address.get().rest();
        if (rest.startsWith("up/evt/")) {
            event(kiosk, rest.substring("up/evt/".length()), message);
        } else if (rest.startsWith("up/req/")) {
            requests.take(kiosk, rest.substring("up/req/".length()), message)
                    .ifPresentOrElse(
                            reason -> refuse(Optional.of(kiosk), message, reason), message.done());
        } else if (rest.equals("up/presence")) {
            status(kiosk, message, () -> presence(kiosk, message));
        } else if (rest.equals("up/birth")) {
            status(kiosk, message, () -> birth(kiosk, message));
        } else if (rest.equals("up/tele/" + DeviceBatch.STREAM)) {
            status(kiosk, message, () -> devices(kiosk, message));
        } else {
            refuse(Optional.of(kiosk), message, "topic: unknown");
        }
    }

    private void event(KioskId kiosk, String type, Incoming message) {
        ReceivedEvent event =
                new ReceivedEvent(
                        kiosk,
                        type,
                        message.properties(),
                        new RawData(message.payload().bytes()),
                        message.done());
        if (!desk.inbox().offer(event)) {
            LOG.warn("the inbox is full: an event of {} has to be sent again", kiosk);
            message.done().run();
        }
    }

    private void presence(KioskId kiosk, Incoming message) {
        if (message.payload().length() == 0) {
            return;
        }
        Presence presence = Json.read(message.payload().bytes(), Presence.class);
        if (desk.fleet().presence(kiosk, presence)) {
            desk.live()
                    .publish(
                            new LiveItem.PresenceChanged(
                                    kiosk, presence.online(), clock.instant()));
        }
    }

    private void birth(KioskId kiosk, Incoming message) {
        desk.fleet().birth(kiosk, Json.read(message.payload().bytes(), Birth.class));
    }

    private void devices(KioskId kiosk, Incoming message) {
        if (message.payload().length() > DeviceBatch.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "payload: longer than " + DeviceBatch.MOST_BYTES + " bytes");
        }
        desk.fleet().devices(kiosk, Json.read(message.payload().bytes(), DeviceBatch.class));
    }

    private void status(KioskId kiosk, Incoming message, Runnable work) {
        boolean queued =
                execute(
                        () -> {
                            try {
                                work.run();
                            } catch (BadJson | IllegalArgumentException e) {
                                keep(Optional.of(kiosk), message, String.valueOf(e.getMessage()));
                            } catch (RuntimeException e) {
                                LOG.error("status of {} could not be stored", kiosk, e);
                            } finally {
                                message.done().run();
                            }
                        });
        if (!queued) {
            LOG.warn("too many status messages: one of {} is dropped", kiosk);
            message.done().run();
        }
    }

    private void refuse(Optional<KioskId> kiosk, Incoming message, String reason) {
        boolean queued =
                execute(
                        () -> {
                            keep(kiosk, message, reason);
                            message.done().run();
                        });
        if (!queued) {
            message.done().run();
        }
    }

    private void keep(Optional<KioskId> kiosk, Incoming message, String reason) {
        LOG.warn(
                "a message of {} is refused: {}",
                kiosk.map(KioskId::value).orElse("nobody"),
                reason);
        try {
            desk.refused()
                    .keep(
                            new RefusedMessages.Refused(
                                    kiosk,
                                    message.topic(),
                                    Optional.empty(),
                                    reason,
                                    false,
                                    new RawData(message.payload().bytes())));
        } catch (RuntimeException e) {
            LOG.error("a refused message could not be kept", e);
        }
        desk.live()
                .publish(
                        new LiveItem.MessageRefused(
                                kiosk.map(KioskId::value).orElse(""), reason, clock.instant()));
    }

    private boolean execute(Runnable work) {
        try {
            statusWorker.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        statusWorker.shutdown();
        try {
            if (!statusWorker.awaitTermination(5, TimeUnit.SECONDS)) {
                statusWorker.shutdownNow();
            }
        } catch (InterruptedException e) {
            statusWorker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
