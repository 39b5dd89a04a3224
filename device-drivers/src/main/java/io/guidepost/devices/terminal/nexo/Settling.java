package io.guidepost.devices.terminal.nexo;

import io.guidepost.devices.lifecycle.DeviceState;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out what became of a payment or reversal whose answer was lost or made no sense: asks the
 * terminal by its id, over as many connections as it takes, until it knows or the time is over.
 */
final class Settling {
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * So often must the terminal say that it does not know a transaction before the customer waits
     * no longer. What was sent on a lost connection may still be on its way to it.
     */
    private static final int ENOUGH_MISSING = 6;

    private final NexoLink link;
    private final DeviceState state;

    Settling(NexoLink link, DeviceState state) {
        this.link = link;
        this.state = state;
    }

    /**
     * What the terminal says in the end: known, or silent with the reason for the technician.
     *
     * @param whileRunning done each time it says that the transaction still runs
     */
    Asked settle(String category, UUID id, Duration limit, Runnable whileRunning)
            throws InterruptedException {
        state.count("settlements");
        long end = System.nanoTime() + limit.toNanos();
        String reason = "the terminal is not connected";
        int missing = 0;
        for (long left = limit.toNanos();
                left > 0 && missing < ENOUGH_MISSING && !link.closed();
                left = end - System.nanoTime()) {
            Optional<NexoSession> session = link.session(Duration.ofNanos(left));
            if (session.isEmpty()) {
                continue;
            }
            switch (link.ask(session.get(), category, id)) {
                case Asked.Known known -> {
                    return known;
                }
                case Asked.Missing _ -> {
                    reason = "the terminal does not know the transaction";
                    missing++;
                }
                case Asked.Running _ -> {
                    reason = "the transaction still runs";
                    whileRunning.run();
                }
                case Asked.Silent(String silence) -> reason = silence;
            }
            Thread.sleep(POLL);
        }
        return new Asked.Silent(reason);
    }
}
