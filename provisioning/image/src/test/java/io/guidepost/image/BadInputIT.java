package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.code.Gtin;
import io.guidepost.kiosk.demo.KioskUnit;
import io.guidepost.kiosk.demo.SampleMall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is scanned or sent: a clear answer or a counted refusal, nothing lost, no crash. */
class BadInputIT {
    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir static Path data;

    private static Town town;

    @BeforeAll
    static void start() {
        town = Town.start(data, Broker.EMBEDDED);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void codesThatLeadNowhereGetAHelpfulPageAndTheNextCodeWorks() throws Exception {
        SampleMall.Product hero = town.mall().hero();
        String right = hero.ean13();
        String body = right.substring(0, 12);
        int check = Gtin.checkDigit(body);
        List<String> codes =
                List.of(
                        body + (check + 1) % 10,
                        "9529999999998",
                        "what is this",
                        "https://example.org/somewhere",
                        "GPV1.broken",
                        "4".repeat(1_900));
        for (String code : codes) {
            town.kiosk().devices().scanner().scan(code);
            town.customer().see("help");
            town.kiosk().devices().scanner().scanWithAim("]E0", right);
            town.customer().see("product");
        }
    }

    @Test
    void noiseOnTheSerialLineIsNoCodeAndTheNextCodeWorks() throws Exception {
        town.kiosk().devices().scanner().noise(4_096);
        town.customer().see("help");
        town.kiosk().devices().scanner().halfCode(town.mall().hero().ean13());
        town.kiosk().devices().scanner().unplug();
        town.kiosk().devices().scanner().plug();
        Awaitility.await()
                .atMost(Town.EVENTUALLY)
                .until(
                        () -> {
                            town.kiosk()
                                    .devices()
                                    .scanner()
                                    .scanWithAim("]E0", town.mall().hero().ean13());
                            return town.kiosk().screen().name().equals("product");
                        });
        assertThat(town.kiosk().process().child().alive()).isTrue();
    }

    @Test
    void payloadsAgainstTheContractAreCountedAndLosingNothing() throws Exception {
        KioskUnit stranger = town.rig().kiosk("kiosk-9");
        int before = town.office().overview().path("refusedMessages").asInt();
        String events = "gp/v1/" + stranger.property("tenant") + "/k/kiosk-9/up/evt/offer-viewed";
        MqttClient client = connect(stranger);
        try {
            for (String payload : List.of("", "no json", "{}", "{\"event\":\"offer-viewed\"}")) {
                client.publish(events, message(payload.getBytes(StandardCharsets.UTF_8)));
            }
            Awaitility.await()
                    .atMost(Town.SOON)
                    .until(
                            () ->
                                    town.office().overview().path("refusedMessages").asInt()
                                            == before + 4);
            client.disconnect();
        } finally {
            client.close(true);
        }
        assertThat(town.rig().backend().child().alive()).isTrue();
    }

    @Test
    void aTenMegabyteMessageIsRefusedAndTheOthersGoOn() throws Exception {
        KioskUnit stranger = town.rig().kiosk("kiosk-8");
        String events = "gp/v1/" + stranger.property("tenant") + "/k/kiosk-8/up/evt/offer-viewed";
        MqttClient client = connect(stranger);
        try {
            client.publish(events, message(new byte[TEN_MEGABYTES]));
            Awaitility.await().atMost(Town.SOON).until(() -> !client.isConnected());
        } catch (MqttException _) {
            // Refused by the client already: the broker names its largest packet at the start.
        } finally {
            client.close(true);
        }
        // What is on the screen already is not looked at anew.
        town.customer().wake();
        int looks = town.office().overview().path("looks").asInt();
        town.kiosk().devices().scanner().scanWithAim("]E0", town.mall().hero().ean13());
        Awaitility.await()
                .atMost(Town.SOON)
                .until(() -> town.office().overview().path("looks").asInt() > looks);
    }

    private static MqttClient connect(KioskUnit kiosk) throws MqttException {
        MqttClient client =
                new MqttClient(
                        URI.create(kiosk.property("mqtt-url")).toString(),
                        kiosk.name(),
                        new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(kiosk.name());
        options.setPassword(kiosk.property("secret").getBytes(StandardCharsets.UTF_8));
        options.setAutomaticReconnect(false);
        client.setTimeToWait(10_000);
        client.connect(options);
        return client;
    }

    /** With the properties of a CloudEvent in binary mode, so that only the payload is wrong. */
    private static MqttMessage message(byte[] payload) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(1);
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(
                List.of(
                        new UserProperty("specversion", "1.0"),
                        new UserProperty("id", UUID.randomUUID().toString()),
                        new UserProperty("source", "kiosk-9"),
                        new UserProperty("type", "offer-viewed")));
        message.setProperties(properties);
        return message;
    }
}
