package io.guidepost.backend.gateway;

/** What a connection tells. */
public interface MqttListener {
    /** Connected and subscribed. Called on a thread of its own that may block. */
    void connected();

    /** The connection is gone; called on the same thread as {@link #connected}. */
    void disconnected();

    /**
     * A message arrived. Called on the client's only thread for that: it hands over and returns at
     * once.
     */
    void arrived(Incoming message);
}
