package io.guidepost.devices.transport;

import java.io.IOException;
import java.time.Duration;

/** An open line to a device. One thread reads, one writes; closing from a third ends both. */
public interface ByteLine extends AutoCloseable {

    /**
     * Reads what is there, or waits for something.
     *
     * @param into where the bytes go
     * @param limit how long to wait for the first byte
     * @return how many bytes came, zero when none did in time
     * @throws IOException when the line has ended or broken
     */
    int read(byte[] into, Duration limit) throws IOException;

    /** Writes all bytes. A peer that stops reading ends in an error once the line is closed. */
    void write(byte[] bytes) throws IOException;

    /** Closes the line; a blocked read or write ends with an error. */
    @Override
    void close();

    /** Closes the line and, where it can, forgets what was written and has not left yet. */
    default void abandon() {
        close();
    }
}
