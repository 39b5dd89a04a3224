package io.guidepost.backend.app;

import io.guidepost.backend.broker.BrokerSettings;
import io.guidepost.backend.broker.EmbeddedBroker;
import io.guidepost.backend.enrol.KioskAccount;
import io.guidepost.backend.gateway.KioskLine;
import io.guidepost.backend.gateway.MqttOptions;
import io.guidepost.backend.gateway.MqttPort;
import io.guidepost.backend.gateway.PahoPort;
import io.guidepost.contract.topic.Topics;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The broker, where it is ours, and the connection to it.
 *
 * @param broker empty where the settings name another one
 */
record Network(Optional<EmbeddedBroker> broker, MqttPort port) implements AutoCloseable {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final int RECEIVE_MAXIMUM = 500;
    private static final int PASSWORD_BYTES = 32;

    /** Starts the embedded broker where it is wanted; the connection is not started yet. */
    static Network open(Core core, Topics topics) {
        return switch (core.settings().mqtt()) {
            case Settings.Mqtt.Embedded embedded -> embedded(core, topics, embedded.listen());
            case Settings.Mqtt.External external ->
                    new Network(
                            Optional.empty(),
                            port(
                                    external.broker(),
                                    new MqttOptions.Login(external.user(), external.password()),
                                    topics));
        };
    }

    private static Network embedded(Core core, Topics topics, Settings.Listen listen) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        new BrokerSettings(
                                core.folders().broker(),
                                listen.host(),
                                listen.port(),
                                topics.tenant(),
                                password),
                        (kiosk, secret) ->
                                core.people()
                                        .kiosks()
                                        .authenticate(kiosk, secret)
                                        .map(KioskAccount::group));
        core.people().kiosks().whenRevoked(kiosk -> broker.disconnect(kiosk.value()));
        String host = listen.host().equals("0.0.0.0") ? "127.0.0.1" : listen.host();
        return new Network(
                Optional.of(broker),
                port(
                        URI.create("tcp://" + host + ":" + broker.port()),
                        new MqttOptions.Login(BrokerSettings.BACKEND_USER, password),
                        topics));
    }

    private static MqttPort port(URI broker, MqttOptions.Login login, Topics topics) {
        return new PahoPort(
                new MqttOptions(
                        broker,
                        "backend-" + topics.tenant(),
                        login,
                        List.of(topics.allUp()),
                        KioskLine.state(topics, false),
                        KEEP_ALIVE,
                        RECEIVE_MAXIMUM));
    }

    @Override
    public void close() {
        port.close();
        broker.ifPresent(EmbeddedBroker::close);
    }
}
