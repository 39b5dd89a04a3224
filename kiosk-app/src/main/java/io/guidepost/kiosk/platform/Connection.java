package io.guidepost.kiosk.platform;

/** How the kiosk stands to its backend. */
public enum Connection {
    /** No connection to the broker. */
    OFFLINE,
    /** Connected to the broker, but the backend says that it takes nothing now, or says nothing. */
    BROKER_ONLY,
    /** Connected, and the backend takes events and requests. */
    ONLINE
}
