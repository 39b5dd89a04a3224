package io.guidepost.image;

/** Which broker stands between backend and kiosks; nothing but settings differs. */
enum Broker {
    /** The backend's own. */
    EMBEDDED,
    /** Mosquitto as Debian ships it. */
    MOSQUITTO
}
