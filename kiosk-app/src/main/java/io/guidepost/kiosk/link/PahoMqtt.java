package io.guidepost.kiosk.link;

import io.guidepost.contract.topic.Envelope;
import io.guidepost.contract.topic.Topics;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * {@link Mqtt} by Eclipse Paho. A new client for each connection, its own reconnecting and
 * buffering off: what it keeps in memory over a reconnect is what loses messages (paho.mqtt.java
 * issues 1104, 877, 1025).
 */
final class PahoMqtt implements Mqtt {
    /** What the broker may send before we have acknowledged. */
    private static final int RECEIVE_MAXIMUM = 50;

    @Override
    public Session connect(Options options, Listener listener) {
        try {
            PahoSession session =
                    new PahoSession(
                            options.broker().toString(),
                            options.clientId(),
                            new MemoryPersistence(),
                            listener);
            session.connect(connectionOptions(options), options.connectLimit());
            return session;
        } catch (MqttException e) {
            throw new MqttFailure("cannot connect", e.getReasonCode(), e);
        }
    }

    private static MqttConnectionOptions connectionOptions(Options options) {
        MqttConnectionOptions out = new MqttConnectionOptions();
        out.setAutomaticReconnect(false);
        out.setCleanStart(false);
        out.setSessionExpiryInterval(options.sessionExpiry().toSeconds());
        out.setKeepAliveInterval((int) options.keepAlive().toSeconds());
        out.setConnectionTimeout((int) Math.max(1, options.connectLimit().toSeconds()));
        out.setReceiveMaximum(RECEIVE_MAXIMUM);
        out.setMaximumPacketSize((long) Topics.MAXIMUM_PACKET);
        out.setTopicAliasMaximum(0);
        out.setWill(options.will().topic(), message(options.will()));
        MqttProperties will = properties(options.will());
        will.setWillDelayInterval(options.willDelay().toSeconds());
        out.setWillMessageProperties(will);
        options.secret()
                .ifPresent(
                        secret -> {
                            out.setUserName(options.clientId());
                            out.setPassword(secret.getBytes(StandardCharsets.UTF_8));
                        });
        if ("tcp".equals(options.broker().getScheme())) {
            out.setSocketFactory(new PromptSockets());
        }
        return out;
    }

    static MqttMessage message(Outgoing message) {
        MqttMessage out = new MqttMessage(message.payload().getBytes(StandardCharsets.UTF_8));
        out.setQos(1);
        out.setRetained(message.retain());
        out.setProperties(properties(message));
        return out;
    }

    private static MqttProperties properties(Outgoing message) {
        MqttProperties out = new MqttProperties();
        out.setContentType(Envelope.CONTENT_TYPE);
        message.expiry().map(Duration::toSeconds).ifPresent(out::setMessageExpiryInterval);
        message.reply()
                .ifPresent(
                        reply -> {
                            out.setResponseTopic(reply.topic());
                            out.setCorrelationData(
                                    reply.correlation().getBytes(StandardCharsets.US_ASCII));
                        });
        message.properties()
                .forEach(
                        (name, value) ->
                                out.getUserProperties().add(new UserProperty(name, value)));
        return out;
    }

    /**
     * Sockets that do not wait for more to send (Nagle): a stall of 40 ms for each small packet
     * otherwise.
     */
    private static final class PromptSockets extends SocketFactory {
        @Override
        public Socket createSocket() throws SocketException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress a, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("Paho connects by itself");
        }
    }
}
