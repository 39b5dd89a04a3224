package io.guidepost.kiosk.link;

/** The broker could not be reached, refused something, or did not answer in time. */
final class MqttFailure extends RuntimeException {
    /** Another client connected under the same id (MQTT 5, 3.14.2.1). */
    static final int SESSION_TAKEN_OVER = 0x8E;

    private final int reasonCode;

    /**
     * @param reasonCode MQTT 5 reason code, or a number of the client library's own
     */
    MqttFailure(String what, int reasonCode, Throwable cause) {
        super(what + " (reason " + reasonCode + ")", cause);
        this.reasonCode = reasonCode;
    }

    MqttFailure(String what) {
        super(what);
        this.reasonCode = 0;
    }

    int reasonCode() {
        return reasonCode;
    }
}
