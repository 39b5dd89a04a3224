package io.guidepost.backend.app;

import java.net.URI;
import java.util.OptionalInt;

/**
 * Where kiosks find the backend.
 *
 * @param mqtt {@code tcp://host:port} or {@code ssl://host:port}
 * @param http base address, ends with a slash
 */
public record Addresses(URI mqtt, URI http) {
    /**
     * As the settings say; an embedded broker is beside the HTTP server.
     *
     * @param mqttPort what the embedded broker listens on, where there is one
     */
    static Addresses of(Settings settings, int httpPort, OptionalInt mqttPort) {
        String http =
                settings.publicUrl()
                        .map(URI::toString)
                        .orElse("http://" + settings.http().host() + ":" + httpPort);
        URI base = URI.create(http.endsWith("/") ? http : http + "/");
        return switch (settings.mqtt()) {
            case Settings.Mqtt.Embedded embedded -> {
                String host =
                        settings.publicUrl().isPresent()
                                ? base.getHost()
                                : embedded.listen().host();
                yield new Addresses(
                        URI.create(
                                "tcp://" + host + ":" + mqttPort.orElse(embedded.listen().port())),
                        base);
            }
            case Settings.Mqtt.External external -> new Addresses(external.broker(), base);
        };
    }
}
