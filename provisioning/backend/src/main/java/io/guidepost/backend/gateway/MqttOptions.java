package io.guidepost.backend.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How to connect.
 *
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId name of the session at the broker; nobody else may use it
 * @param subscriptions topic filters, all with QoS 1
 * @param will what the broker says when the connection is lost
 * @param keepAlive how long silence may last before the connection counts as dead; at least 1 s
 * @param receiveMaximum messages that may be on their way to us and not yet done with, 1 to 65535
 */
public record MqttOptions(
        URI broker,
        String clientId,
        Login login,
        List<String> subscriptions,
        Outgoing will,
        Duration keepAlive,
        int receiveMaximum) {
    /** How long the broker keeps the session and its messages while we are away. */
    public static final Duration SESSION_EXPIRY = Duration.ofHours(1);

    /** User and password at the broker. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
