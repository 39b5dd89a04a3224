package io.guidepost.devices.terminal.zvt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whole messages over a line. One thread reads, any may write. */
public interface ZvtWire {

    /**
     * The next message; nothing when none began in time.
     *
     * @throws IOException when the line broke, or what came is no message and its end cannot be
     *     told
     */
    Optional<Apdu> read(Duration limit) throws IOException;

    /**
     * Sends a message.
     *
     * @throws IOException when the line broke or the other side did not confirm it
     */
    void write(Apdu message) throws IOException;
}
