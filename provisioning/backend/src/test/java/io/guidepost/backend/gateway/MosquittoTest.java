package io.guidepost.backend.gateway;

import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.Mosquitto;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The port against Debian's Mosquitto. */
@EnabledIf("installed")
class MosquittoTest extends MqttPortContract {
    @TempDir static Path folder;
    private static Mosquitto broker;

    static boolean installed() {
        return Mosquitto.isInstalled();
    }

    @BeforeAll
    static void startBroker() throws Exception {
        broker =
                Mosquitto.start(
                        folder,
                        BackendFixture.TENANT,
                        "backend-secret",
                        Map.of(KIOSK.value(), "kiosk-secret"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    int brokerPort() {
        return broker.port();
    }

    @Override
    MqttOptions.Login backendLogin() {
        return new MqttOptions.Login("backend", "backend-secret");
    }

    @Override
    String kioskSecret() {
        return "kiosk-secret";
    }
}
