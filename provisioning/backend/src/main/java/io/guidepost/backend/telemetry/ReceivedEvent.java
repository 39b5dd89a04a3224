package io.guidepost.backend.telemetry;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.KioskId;
import java.util.Map;

/**
 * An event as it came, not yet looked at.
 *
 * @param kiosk whose topic it came on; the broker lets nobody else write there
 * @param type last level of the topic
 * @param properties user properties, the envelope among them
 * @param data the payload as it came
 * @param done tells the broker that the message is dealt with; called once
 */
public record ReceivedEvent(
        KioskId kiosk, String type, Map<String, String> properties, RawData data, Runnable done) {
    /**
     * Whether its topic tells of money or stock, as {@link KioskEvent#isMoney} does of one that can
     * be read.
     */
    boolean isMoney() {
        return type.startsWith("payment-") || type.equals("stock-restocked");
    }
}
