package io.guidepost.devices;

import java.util.function.Consumer;

/** Reads bar codes and matrix codes. The same code read again within one second is one scan. */
public interface CodeScanner extends Device {

    /** Tells the listener of each code read. */
    Subscription onScan(Consumer<Scan> listener);

    /** Tells the listener of input that could not be read; the device counts it as well. */
    Subscription onMisread(Consumer<Misread> listener);

    /**
     * Tells the listener what would help to read what is held before the scanner, at most once a
     * second and only while something is. Only cameras know.
     */
    default Subscription onHint(Consumer<FrameHint> listener) {
        return () -> {};
    }
}
