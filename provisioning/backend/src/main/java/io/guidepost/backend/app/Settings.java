package io.guidepost.backend.app;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * All settings of the backend, read once.
 *
 * @param data folder of everything the backend keeps
 * @param http where kiosks and the console are served
 * @param mqtt where the embedded broker listens, or whom to connect to instead
 * @param publicUrl address that kiosks reach {@code http} by, where it is not the one listened on
 */
public record Settings(Path data, Mall mall, Listen http, Mqtt mqtt, Optional<URI> publicUrl) {
    /**
     * Whose kiosks these are.
     *
     * @param tenant third level of every topic
     * @param group store group that is always there
     * @param zone the stores' time zone: where a day begins
     */
    public record Mall(TenantId tenant, GroupId group, ZoneId zone) {}

    /**
     * A local address to listen on.
     *
     * @param port 0 to 65535; 0 takes any free one
     */
    public record Listen(String host, int port) {}

    /** Which broker the backend talks through. */
    public sealed interface Mqtt {
        /** The embedded one. */
        record Embedded(Listen listen) implements Mqtt {}

        /**
         * Any MQTT 5 broker.
         *
         * @param broker {@code tcp://host:port} or {@code ssl://host:port}
         * @param password read from a file, never from the command line
         */
        record External(URI broker, String user, String password) implements Mqtt {
            /** Without the password. */
            @Override
            public String toString() {
                return "External[" + broker + ", " + user + "]";
            }
        }
    }
}
