package io.guidepost.kiosk.link;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientPersistence;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.TimerPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.client.internal.MqttConnectionState;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Paho client, used for one connection. */
final class PahoSession implements Mqtt.Session {
    private static final Logger LOG = LoggerFactory.getLogger(PahoSession.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(2);

    /** More at once gains nothing over one connection and only grows what is sent again. */
    private static final int MOST_IN_FLIGHT = 100;

    private static final int FIRST_ERROR_CODE = 0x80;

    private final Pulse pulse = new Pulse();
    private final MqttAsyncClient client;
    private final Mqtt.Listener listener;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Long, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private Semaphore places = new Semaphore(1, true);

    PahoSession(
            String broker,
            String clientId,
            MqttClientPersistence persistence,
            Mqtt.Listener listener)
            throws MqttException {
        this.client = new MqttAsyncClient(broker, clientId, persistence, pulse, null);
        this.listener = listener;
        client.setCallback(new Callback());
    }

    void connect(MqttConnectionOptions options, Duration limit) throws MqttException {
        try {
            IMqttToken token = client.connect(options);
            token.waitForCompletion(limit.toMillis());
            Integer maximum =
                    Optional.ofNullable(token.getResponseProperties())
                            .map(MqttProperties::getReceiveMaximum)
                            .orElse(MOST_IN_FLIGHT);
            places = new Semaphore(Math.min(maximum, MOST_IN_FLIGHT), true);
            // Nothing is published before aliases are off.
            if (!ready.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MqttFailure("connected, but never ready");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abort();
            throw new MqttFailure("interrupted while connecting");
        } catch (MqttException | RuntimeException e) {
            abort();
            throw e;
        }
    }

    @Override
    public void subscribe(List<String> filters) {
        MqttSubscription[] wanted =
                filters.stream()
                        .map(f -> new MqttSubscription(f, 1))
                        .toArray(MqttSubscription[]::new);
        try {
            IMqttToken token = client.subscribe(wanted);
            token.waitForCompletion(ANSWER_LIMIT.toMillis());
            for (int code : token.getReasonCodes()) {
                if (code >= FIRST_ERROR_CODE) {
                    throw new MqttFailure("subscription refused, reason " + code);
                }
            }
        } catch (MqttException e) {
            throw new MqttFailure("cannot subscribe", e.getReasonCode(), e);
        }
    }

    @Override
    public CompletionStage<Void> publish(Mqtt.Outgoing message) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            // More than the broker's receive maximum would throw (paho.mqtt.java issue 993).
            if (!places.tryAcquire(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return CompletableFuture.failedFuture(new MqttFailure("no free place in time"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new MqttFailure("interrupted"));
        }
        long number = numbers.incrementAndGet();
        inFlight.put(number, done);
        var _ =
                done.whenComplete(
                        (_, _) -> {
                            inFlight.remove(number);
                            places.release();
                        });
        try {
            IMqttToken _ =
                    client.publish(message.topic(), PahoMqtt.message(message), null, ending(done));
            if (over.get()) {
                done.completeExceptionally(new MqttFailure("connection lost"));
            }
        } catch (MqttException e) {
            done.completeExceptionally(new MqttFailure("cannot publish", e.getReasonCode(), e));
        }
        return done;
    }

    private static MqttActionListener ending(CompletableFuture<Void> done) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                int[] codes = token.getReasonCodes();
                if (codes != null && codes.length > 0 && codes[0] >= FIRST_ERROR_CODE) {
                    done.completeExceptionally(new MqttFailure("refused, reason " + codes[0]));
                } else {
                    done.complete(null);
                }
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                done.completeExceptionally(new MqttFailure("not sent", 0, cause));
            }
        };
    }

    @Override
    public boolean alive() {
        return !over.get() && client.isConnected();
    }

    @Override
    public Duration silence() {
        return pulse.silence();
    }

    @Override
    public void disconnect() {
        try {
            client.disconnect(1_000).waitForCompletion(3_000);
        } catch (MqttException e) {
            LOG.debug("no orderly disconnect", e);
        }
        abort();
    }

    @Override
    public void abort() {
        over.set(true);
        failInFlight();
        // Closing a TLS socket waits for a write that a dead line may hold up for minutes.
        Thread closing = Thread.ofPlatform().name("link-abort").daemon().start(this::close);
        try {
            if (!closing.join(ABORT_LIMIT)) {
                LOG.warn("a dead connection takes its time to close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failInFlight();
    }

    private void close() {
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("was disconnected already", e);
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("was closed already", e);
        }
    }

    /** Paho keeps them for its own reconnecting, which is off. */
    private void failInFlight() {
        for (CompletableFuture<Void> waiting : inFlight.values()) {
            waiting.completeExceptionally(new MqttFailure("connection lost"));
        }
    }

    /**
     * A client that uses topic aliases sends messages without a topic that are refused later
     * (paho.mqtt.java issue 1104), and has no setting against it.
     */
    private void forbidAliases() {
        try {
            Field field = MqttAsyncClient.class.getDeclaredField("mqttConnection");
            field.setAccessible(true);
            ((MqttConnectionState) field.get(client)).setOutgoingTopicAliasMaximum(0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another Paho than 1.2.5", e);
        }
    }

    /** Paho's own pings, and what it knows of the line. */
    private static final class Pulse extends TimerPingSender {
        private volatile @Nullable ClientComms comms;

        Pulse() {
            super(null);
        }

        @Override
        public void init(ClientComms client) {
            super.init(client);
            comms = client;
        }

        Duration silence() {
            ClientComms known = Objects.requireNonNull(comms);
            // The only place where Paho tells it.
            Object last = known.getClientState().getDebug().get("lastInboundActivity");
            if (!(last instanceof Long nanos)) {
                throw new IllegalStateException("another Paho than 1.2.5");
            }
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            forbidAliases();
            ready.countDown();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // Paho swallows what is thrown here and acknowledges all the same.
            try {
                listener.arrived(incoming(topic, message));
            } catch (RuntimeException e) {
                LOG.error("a message on {} could not be taken", topic, e);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            if (over.compareAndSet(false, true)) {
                failInFlight();
                listener.lost(response.getReturnCode());
            }
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.warn("MQTT: {}", exception.toString());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }

    private static Mqtt.Incoming incoming(String topic, MqttMessage message) {
        Map<String, String> named = new HashMap<>();
        MqttProperties properties = message.getProperties();
        Optional<String> correlation = Optional.empty();
        if (properties != null) {
            properties.getUserProperties().forEach(p -> named.put(p.getKey(), p.getValue()));
            correlation =
                    Optional.ofNullable(properties.getCorrelationData())
                            .map(data -> new String(data, StandardCharsets.US_ASCII));
        }
        return new Mqtt.Incoming(topic, new Mqtt.Payload(message.getPayload()), correlation, named);
    }
}
