package io.guidepost.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private static final KioskId KIOSK = new KioskId("k-berlin-01");
    private final Topics topics = new Topics(new TenantId("mall"));

    @Test
    void topicsAreAsDocumented() {
        assertThat(topics.presence(KIOSK)).isEqualTo("gp/v1/mall/k/k-berlin-01/up/presence");
        assertThat(topics.birth(KIOSK)).isEqualTo("gp/v1/mall/k/k-berlin-01/up/birth");
        assertThat(topics.telemetry(KIOSK, "devices"))
                .isEqualTo("gp/v1/mall/k/k-berlin-01/up/tele/devices");
        assertThat(topics.event(KIOSK, "offer-viewed"))
                .isEqualTo("gp/v1/mall/k/k-berlin-01/up/evt/offer-viewed");
        assertThat(topics.ack(KIOSK)).isEqualTo("gp/v1/mall/k/k-berlin-01/down/ack");
        assertThat(topics.request(KIOSK, "hold")).isEqualTo("gp/v1/mall/k/k-berlin-01/up/req/hold");
        assertThat(topics.response(KIOSK, "hold"))
                .isEqualTo("gp/v1/mall/k/k-berlin-01/down/rsp/hold");
        assertThat(topics.offers(new GroupId("berlin"))).isEqualTo("gp/v1/mall/g/berlin/offers");
        assertThat(topics.serviceState("inbox")).isEqualTo("gp/v1/mall/svc/inbox/state");
    }

    @Test
    void eachKioskTopicNamesItsKiosk() {
        for (String topic :
                List.of(
                        topics.presence(KIOSK),
                        topics.birth(KIOSK),
                        topics.telemetry(KIOSK, "devices"),
                        topics.event(KIOSK, "offer-viewed"),
                        topics.ack(KIOSK),
                        topics.request(KIOSK, "hold"),
                        topics.response(KIOSK, "hold"))) {
            Topics.Address address = topics.parse(topic).orElseThrow();
            assertThat(address.kiosk()).isEqualTo(KIOSK);
            assertThat(topic).endsWith("/" + address.rest());
            assertThat(topic.chars().filter(c -> c == '/').count()).isLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gp/v1/mall/k/",
                "gp/v1/mall/k/k-berlin-01",
                "gp/v1/mall/k//up/birth",
                "gp/v1/other/k/k-berlin-01/up/birth",
                "gp/v1/mall/k/UPPER/up/birth",
                "gp/v1/mall/k/+/up/birth",
                "gp/v2/mall/k/k-berlin-01/up/birth",
            })
    void otherTopicsAreNotOurs(String topic) {
        assertThat(topics.parse(topic)).isEmpty();
    }
}
