package io.guidepost.backend.broker;

import io.guidepost.contract.id.TenantId;
import java.nio.file.Path;

/**
 * Settings of the embedded broker.
 *
 * @param folder where it keeps sessions, queues and retained messages
 * @param port 0 to 65535; 0 takes any free one
 * @param backendPassword what the backend itself signs in with; made anew at each start
 */
public record BrokerSettings(
        Path folder, String host, int port, TenantId tenant, String backendPassword) {
    /** The name that the backend signs in with. */
    public static final String BACKEND_USER = "backend";

    /** Without the password. */
    @Override
    public String toString() {
        return "BrokerSettings[" + folder + ", " + host + ":" + port + ", " + tenant + "]";
    }
}
