package io.guidepost.kiosk.link;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * MQTT 5 as the link needs it, QoS 1 throughout: a thin port, so that no client library shows
 * through.
 */
interface Mqtt {
    /**
     * Connects, and waits for it at most for the options' time limit.
     *
     * @throws MqttFailure when there is no connection
     */
    Session connect(Options options, Listener listener);

    /**
     * How to connect.
     *
     * @param will sent by the broker when this connection dies
     * @param willDelay how long the broker waits with it for a new connection
     */
    record Options(
            URI broker,
            String clientId,
            Optional<String> secret,
            Duration keepAlive,
            Duration connectLimit,
            Duration sessionExpiry,
            Outgoing will,
            Duration willDelay) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Options[" + broker + ", " + clientId + "]";
        }
    }

    /**
     * One connection, from CONNACK to its end. It does not come back: a new one is made instead.
     */
    interface Session {
        /** Subscribes, QoS 1, and waits for the answer. */
        void subscribe(List<String> filters);

        /**
         * Sends. Waits at most ten seconds for a free place among those that the broker takes at
         * once.
         *
         * @return ends with the broker's PUBACK, or exceptionally with {@link MqttFailure}
         */
        CompletionStage<Void> publish(Outgoing message);

        /** Whether the connection still stands, as far as the client knows. */
        boolean alive();

        /** How long no byte has come from the broker. */
        Duration silence();

        /** Ends the connection in order: the will is not sent. */
        void disconnect();

        /** Ends the connection at once, without a word to the broker; within a few seconds. */
        void abort();
    }

    /** Hears what comes. Called on the client's threads: hand over, do not block. */
    interface Listener {
        void arrived(Incoming message);

        /**
         * The connection is gone.
         *
         * @param reasonCode MQTT 5 reason code where the broker sent one, else a number of the
         *     library's own
         */
        void lost(int reasonCode);
    }

    /**
     * A message to send.
     *
     * @param expiry how long the broker keeps it
     * @param reply where the answer is wanted, and the answer's mark
     */
    record Outgoing(
            String topic,
            String payload,
            boolean retain,
            Optional<Duration> expiry,
            Optional<ReplyTo> reply,
            Map<String, String> properties) {
        static Outgoing of(String topic, String payload) {
            return new Outgoing(
                    topic, payload, false, Optional.empty(), Optional.empty(), Map.of());
        }

        Outgoing retained() {
            return new Outgoing(topic, payload, true, expiry, reply, properties);
        }

        Outgoing expiring(Duration after) {
            return new Outgoing(topic, payload, retain, Optional.of(after), reply, properties);
        }

        Outgoing replyTo(ReplyTo to) {
            return new Outgoing(topic, payload, retain, expiry, Optional.of(to), properties);
        }

        Outgoing with(Map<String, String> more) {
            return new Outgoing(topic, payload, retain, expiry, reply, more);
        }

        /** Without the payload. */
        @Override
        public String toString() {
            return "Outgoing[" + topic + ", " + payload.length() + " characters]";
        }
    }

    /** Response topic and correlation data (MQTT 5, 4.10). */
    record ReplyTo(String topic, String correlation) {}

    /** A message that came. */
    record Incoming(
            String topic,
            Payload payload,
            Optional<String> correlation,
            Map<String, String> properties) {
        /** Without the payload. */
        @Override
        public String toString() {
            return "Incoming[" + topic + ", " + payload.length() + " bytes]";
        }
    }

    /** The bytes of a message as they came, for a signature is over exactly these. */
    final class Payload {
        private final byte[] bytes;

        Payload(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return bytes.length;
        }
    }
}
