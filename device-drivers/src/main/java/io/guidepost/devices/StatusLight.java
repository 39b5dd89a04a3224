package io.guidepost.devices;

/** A lamp that people see from afar. */
public interface StatusLight extends Device {

    /** Shows this signal from now on, also after the lamp was away for a while. */
    void set(Signal signal);

    /** What a lamp can say. */
    enum Signal {
        /** Dark. */
        IDLE,
        /** Lit: somebody is asked to come or to act. */
        ATTENTION,
        /** Slow blink: at work. */
        WORKING,
        /** Fast blink: needs a technician. */
        ERROR
    }
}
