package io.guidepost.devices.sim;

import io.guidepost.devices.terminal.zvt.Apdu;
import io.guidepost.devices.terminal.zvt.ZvtWire;
import io.guidepost.devices.transport.ByteLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The till at the other end of a simulated terminal's line. */
final class ZvtPeer {
    /** T3 and T4 of the specification, shortened: how long a confirmation may take. */
    private static final Duration CONFIRMED = Duration.ofSeconds(2);

    /** What the till said to a message. */
    enum Confirmation {
        TAKEN,
        REFUSED,
        NONE
    }

    private final ByteLine line;
    private final ZvtWire wire;
    private final Runnable cut;
    private final BlockingQueue<Apdu> confirmations = new LinkedBlockingQueue<>(16);

    ZvtPeer(ByteLine line, ZvtWire wire, Runnable cut) {
        this.line = line;
        this.wire = wire;
        this.cut = cut;
    }

    /** The next command; confirmations go to whoever waits for them. */
    Optional<Apdu> command(Duration limit) throws IOException {
        Optional<Apdu> message = wire.read(limit);
        if (message.isPresent() && (message.get().accepts() || message.get().refuses())) {
            var _ = confirmations.offer(message.get());
            return Optional.empty();
        }
        return message;
    }

    /** Says something that needs no confirmation. */
    void answer(Apdu message) throws IOException {
        wire.write(message);
    }

    /** Says something and waits for its confirmation. */
    Confirmation say(Apdu message) throws IOException, InterruptedException {
        confirmations.clear();
        wire.write(message);
        Apdu confirmation = confirmations.poll(CONFIRMED.toMillis(), TimeUnit.MILLISECONDS);
        if (confirmation == null) {
            return Confirmation.NONE;
        }
        return confirmation.accepts() ? Confirmation.TAKEN : Confirmation.REFUSED;
    }

    /** Sends bytes that are no message. */
    void babble() throws IOException {
        line.write(new byte[] {0x55, (byte) 0xAA, 0x03, 0x10, 0x10, 0x00, 0x7F});
    }

    void cut() {
        cut.run();
    }
}
