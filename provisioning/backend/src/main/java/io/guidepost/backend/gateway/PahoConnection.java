package io.guidepost.backend.gateway;

import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from its CONNECT to its end; the next is a new object with a new client. So
 * nothing of Paho's state, aliases and in-flight messages above all, outlives a connection.
 */
final class PahoConnection {
    private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);
    private static final long ANSWER_MILLIS = 10_000;
    private static final long ROOM_MILLIS = 5_000;
    private static final long PUBLISH_SECONDS = 30;
    private static final long LOOK_SECONDS = 2;
    private static final long GOODBYE_MILLIS = 1_000;
    private static final int MOST_IN_FLIGHT = 500;
    private static final int FIRST_ERROR_CODE = 0x80;

    private final MqttOptions options;
    private final MqttListener listener;
    private final AliasFreeClient client;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final Set<Answer> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Semaphore room = new Semaphore(0);

    PahoConnection(MqttOptions options, MqttListener listener) throws MqttException {
        this.options = options;
        this.listener = listener;
        this.client = new AliasFreeClient(options.broker().toString(), options.clientId());
    }

    /** Connects and subscribes. */
    void open() throws MqttException {
        client.setManualAcks(true);
        client.setCallback(new Callback());
        IMqttToken connected = client.connect(connectOptions());
        connected.waitForCompletion(ANSWER_MILLIS);
        client.useNoAliases();
        if (!options.subscriptions().isEmpty()) {
            subscribe();
        }
        Integer most = connected.getResponseProperties().getReceiveMaximum();
        room = new Semaphore(most == null ? MOST_IN_FLIGHT : Math.min(most, MOST_IN_FLIGHT));
    }

    private void subscribe() throws MqttException {
        MqttSubscription[] subscriptions =
                options.subscriptions().stream()
                        .map(filter -> new MqttSubscription(filter, 1))
                        .toArray(MqttSubscription[]::new);
        IMqttToken answer = client.subscribe(subscriptions, null, null, new MqttProperties());
        answer.waitForCompletion(ANSWER_MILLIS);
        for (int code : answer.getReasonCodes()) {
            if (code >= FIRST_ERROR_CODE) {
                throw new MqttException(code);
            }
        }
    }

    private MqttConnectionOptions connectOptions() {
        MqttConnectionOptions connect = new MqttConnectionOptions();
        connect.setAutomaticReconnect(false);
        connect.setCleanStart(false);
        connect.setSessionExpiryInterval(MqttOptions.SESSION_EXPIRY.toSeconds());
        connect.setKeepAliveInterval(Math.toIntExact(options.keepAlive().toSeconds()));
        connect.setConnectionTimeout(Math.toIntExact(ANSWER_MILLIS / 1_000));
        connect.setReceiveMaximum(options.receiveMaximum());
        connect.setMaximumPacketSize((long) Topics.MAXIMUM_PACKET);
        connect.setUserName(options.login().user());
        connect.setPassword(options.login().password().getBytes(StandardCharsets.UTF_8));
        connect.setWill(options.will().topic(), message(options.will()));
        return connect;
    }

    CompletableFuture<Void> publish(Outgoing message) {
        Semaphore mine = room;
        try {
            if (!mine.tryAcquire(ROOM_MILLIS, TimeUnit.MILLISECONDS)) {
                return CompletableFuture.failedFuture(new NotPublished("the broker is behind"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new NotPublished("interrupted"));
        }
        Answer answer = new Answer(mine);
        unanswered.add(answer);
        CompletableFuture<Void> watched =
                answer.future
                        .orTimeout(PUBLISH_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((done, problem) -> unanswered.remove(answer));
        try {
            client.publish(message.topic(), message(message), null, answer);
        } catch (MqttException e) {
            answer.fail("paho: " + e.getReasonCode());
        }
        if (end.isDone()) {
            failUnanswered();
        }
        return watched;
    }

    private static MqttMessage message(Outgoing message) {
        MqttProperties properties = new MqttProperties();
        properties.setPayloadFormat(true);
        properties.setContentType(Envelope.CONTENT_TYPE);
        properties.setUserProperties(
                message.properties().entrySet().stream()
                        .map(e -> new UserProperty(e.getKey(), e.getValue()))
                        .toList());
        message.expiry().map(Duration::toSeconds).ifPresent(properties::setMessageExpiryInterval);
        message.correlation().map(Payload::bytes).ifPresent(properties::setCorrelationData);
        return new MqttMessage(message.payload().bytes(), 1, message.retain(), properties);
    }

    boolean isOpen() {
        return !end.isDone() && client.isConnected();
    }

    /**
     * Waits for the end of the connection.
     *
     * @return the reason code that the broker gave, 0 where it gave none
     */
    int awaitEnd() throws InterruptedException {
        while (true) {
            try {
                return end.get(LOOK_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (!client.isConnected()) {
                    return 0;
                }
            } catch (ExecutionException e) {
                return 0;
            }
        }
    }

    /**
     * Ends what is left of the connection; in order where it still stands, so that no will is sent.
     * Only the first call does anything.
     */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (client.isConnected()) {
            quietly(() -> client.disconnect(0).waitForCompletion(GOODBYE_MILLIS));
        }
        end.complete(0);
        failUnanswered();
        if (client.isConnected()) {
            quietly(() -> client.disconnectForcibly(0, 1, false));
        }
        quietly(() -> client.close(true));
    }

    private interface PahoCall {
        void run() throws MqttException;
    }

    /** Paho throws whatever it likes when it is stopped in the middle of something. */
    private static void quietly(PahoCall call) {
        try {
            call.run();
        } catch (MqttException | RuntimeException e) {
            LOG.debug("while closing: {}", e.toString());
        }
    }

    private void failUnanswered() {
        List.copyOf(unanswered).forEach(u -> u.fail("connection lost"));
    }

    /** Waits for one PUBACK; compared by identity. */
    private static final class Answer implements MqttActionListener {
        private final CompletableFuture<Void> future = new CompletableFuture<>();
        private final Semaphore room;

        Answer(Semaphore room) {
            this.room = room;
        }

        void fail(String reason) {
            room.release();
            future.completeExceptionally(new NotPublished(reason));
        }

        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            if (codes != null && codes.length > 0 && codes[0] >= FIRST_ERROR_CODE) {
                fail("refused with code " + codes[0]);
            } else {
                room.release();
                future.complete(null);
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable problem) {
            fail(String.valueOf(problem.getMessage()));
        }
    }

    /** Everything arrives here: per-subscription listeners of Paho never fire (#826, #847). */
    private final class Callback implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            end.complete(response == null ? 0 : response.getReturnCode());
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.warn("connection to the broker: {}", exception.getMessage());
        }

        /** What is thrown from here Paho swallows, so nothing is. */
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            int id = message.getId();
            int qos = message.getQos();
            try {
                listener.arrived(incoming(topic, message, () -> done(id, qos)));
            } catch (RuntimeException e) {
                LOG.error("a message could not be handed over", e);
                done(id, qos);
            }
        }

        private void done(int id, int qos) {
            try {
                if (qos > 0 && isOpen()) {
                    client.messageArrivedComplete(id, qos);
                }
            } catch (MqttException e) {
                LOG.debug("acknowledgement: {}", e.getMessage());
            }
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Each publish has its own listener.
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            client.useNoAliases();
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // Enhanced authentication is not used.
        }
    }

    private static Incoming incoming(String topic, MqttMessage message, Runnable done) {
        Map<String, String> user = new HashMap<>();
        MqttProperties properties = message.getProperties();
        if (properties == null) {
            return new Incoming(
                    topic, Payload.of(message.getPayload()), user, Optional.empty(), done);
        }
        properties.getUserProperties().forEach(p -> user.put(p.getKey(), p.getValue()));
        return new Incoming(
                topic,
                Payload.of(message.getPayload()),
                Map.copyOf(user),
                Optional.ofNullable(properties.getCorrelationData()).map(Payload::of),
                done);
    }
}
