package io.guidepost.backend.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guidepost.backend.enrol.KioskCredentials;
import io.guidepost.backend.fixture.BackendFixture;
import io.guidepost.backend.fixture.TestKiosk;
import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.id.KioskId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the embedded broker is found, and who may stay. */
class BrokerAccessTest {
    @TempDir static Path folder;
    private static BackendFixture backend;

    @BeforeAll
    static void start() {
        backend = BackendFixture.fresh(folder);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void anyFreePortIsTheOneThatIsTold() {
        assertThat(backend.backend().addresses().mqtt().getPort()).isPositive();
        try (TestKiosk kiosk = backend.kiosk("kiosk-1")) {
            assertThat(kiosk.ask(new Request.Release(UUID.randomUUID())))
                    .isEqualTo(new Reply.Released());
        }
    }

    @Test
    void aRevokedKiosksConnectionEndsAtOnce() throws Exception {
        KioskCredentials credentials =
                backend.core()
                        .people()
                        .kiosks()
                        .enrol(new KioskId("kiosk-2"), BackendFixture.GROUP);
        try (TestKiosk kiosk = connect(credentials);
                TestKiosk other = backend.kiosk("kiosk-3")) {
            assertThat(delete("kiosk-2")).isEqualTo(204);
            await().until(() -> !kiosk.client().getState().isConnected());
            assertThatThrownBy(() -> connect(credentials))
                    .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
            assertThat(other.client().getState().isConnected()).isTrue();
        }
        assertThat(delete("kiosk-4")).isEqualTo(404);
    }

    private static TestKiosk connect(KioskCredentials credentials) {
        return TestKiosk.connect(
                BackendFixture.TOPICS, backend.mqttPort(), credentials.id(), credentials.secret());
    }

    private static int delete(String kiosk) throws Exception {
        String token = Files.readString(backend.core().folders().token()).strip();
        URI address = backend.backend().addresses().http().resolve("api/kiosks/" + kiosk);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Authorization", "Bearer " + token)
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
