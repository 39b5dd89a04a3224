package io.guidepost.devices.terminal.zvt;

import java.util.Optional;

/** How a command and all that the terminal said to it ended. */
sealed interface Ending {

    /**
     * The terminal says that it is done.
     *
     * @param status what it said of the transaction, if it said something that can be read
     * @param fields those of its completion
     */
    record Completed(Optional<StatusInformation> status, Fields fields) implements Ending {}

    /** The terminal says that it has broken off what it had begun. */
    record Aborted(int code, Optional<StatusInformation> status) implements Ending {}

    /** The terminal did not begin. */
    record Refused(int code) implements Ending {}

    /** Nothing left the kiosk. */
    record NotSent(String reason) implements Ending {}

    /** The terminal fell silent, or the line broke: it may have begun, or be done. */
    record Unsure(String reason, Optional<StatusInformation> status) implements Ending {}
}
