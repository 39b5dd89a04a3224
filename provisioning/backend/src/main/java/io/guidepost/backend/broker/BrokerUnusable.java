package io.guidepost.backend.broker;

/** The embedded broker does not come up; the message says where it was to listen. */
public final class BrokerUnusable extends RuntimeException {
    BrokerUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
