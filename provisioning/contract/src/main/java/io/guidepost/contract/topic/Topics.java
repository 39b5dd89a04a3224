package io.guidepost.contract.topic;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import java.util.Optional;

/** All topics of a tenant; see {@code docs/protocol/asyncapi.yaml}. */
public record Topics(TenantId tenant) {
    /** Longest packet that either side sends or takes, bytes. */
    public static final int MAXIMUM_PACKET = 256 * 1024;

    /** Name of the service that takes events, for {@link #serviceState}. */
    public static final String INBOX = "inbox";

    private String kiosk(KioskId kiosk) {
        return "gp/v1/" + tenant + "/k/" + kiosk;
    }

    public String presence(KioskId kiosk) {
        return kiosk(kiosk) + "/up/presence";
    }

    public String birth(KioskId kiosk) {
        return kiosk(kiosk) + "/up/birth";
    }

    /** A stream of telemetry, such as {@code devices}. */
    public String telemetry(KioskId kiosk, String stream) {
        return kiosk(kiosk) + "/up/tele/" + stream;
    }

    public String event(KioskId kiosk, String type) {
        return kiosk(kiosk) + "/up/evt/" + type;
    }

    public String ack(KioskId kiosk) {
        return kiosk(kiosk) + "/down/ack";
    }

    public String request(KioskId kiosk, String service) {
        return kiosk(kiosk) + "/up/req/" + service;
    }

    public String response(KioskId kiosk, String service) {
        return kiosk(kiosk) + "/down/rsp/" + service;
    }

    public String offers(GroupId group) {
        return "gp/v1/" + tenant + "/g/" + group + "/offers";
    }

    public String serviceState(String service) {
        return "gp/v1/" + tenant + "/svc/" + service + "/state";
    }

    /** Everything that is meant for one kiosk. */
    public String allDown(KioskId kiosk) {
        return kiosk(kiosk) + "/down/#";
    }

    /** Everything that kiosks send, for the backend. */
    public String allUp() {
        return "gp/v1/" + tenant + "/k/+/up/#";
    }

    /**
     * The kiosk that a topic below {@code k/{k}} belongs to and what follows it, such as {@code
     * up/evt/offer-viewed}.
     *
     * @return empty where the topic is not of that form or the kiosk's name is not valid
     */
    public Optional<Address> parse(String topic) {
        String prefix = "gp/v1/" + tenant + "/k/";
        int slash = topic.indexOf('/', prefix.length());
        if (!topic.startsWith(prefix) || slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Address(
                            new KioskId(topic.substring(prefix.length(), slash)),
                            topic.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A kiosk and what follows it in a topic.
     *
     * @param rest the levels after the kiosk, such as {@code up/req/hold}
     */
    public record Address(KioskId kiosk, String rest) {}
}
