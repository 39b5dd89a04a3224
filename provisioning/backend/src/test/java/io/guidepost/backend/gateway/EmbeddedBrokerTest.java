package io.guidepost.backend.gateway;

import io.guidepost.backend.broker.BrokerSettings;
import io.guidepost.backend.broker.EmbeddedBroker;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.Ports;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The port against the embedded broker. */
class EmbeddedBrokerTest extends MqttPortContract {
    private static final int PORT = Ports.free();

    @TempDir static Path folder;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker =
                EmbeddedBroker.start(
                        new BrokerSettings(
                                folder, "127.0.0.1", PORT, BackendFixture.TENANT, "backend secret"),
                        (kiosk, secret) ->
                                secret.equals("secret of " + kiosk)
                                        ? Optional.of(BackendFixture.GROUP)
                                        : Optional.empty());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    int brokerPort() {
        return PORT;
    }

    @Override
    MqttOptions.Login backendLogin() {
        return new MqttOptions.Login(BrokerSettings.BACKEND_USER, "backend secret");
    }

    @Override
    String kioskSecret() {
        return "secret of " + KIOSK;
    }
}
