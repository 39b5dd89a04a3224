package io.guidepost.kiosk.demo;

/**
 * What the bench page shows of the devices.
 *
 * @param version differs whenever anything else does
 * @param console where the console opens
 * @param presence whether somebody stands there
 * @param lamp CSS colour
 */
record BenchState(
        String version,
        String console,
        Terminal terminal,
        Printer printer,
        Scanner scanner,
        boolean presence,
        String lamp) {

    /**
     * The terminal.
     *
     * @param display its lines
     * @param waiting whether it waits for a card
     */
    record Terminal(String display, boolean waiting) {}

    /**
     * The printer.
     *
     * @param paper differs with each change of the paper, empty where nothing is printed
     */
    record Printer(boolean paperOut, boolean coverOpen, String paper) {}

    /** The scanner. */
    record Scanner(boolean plugged) {}

    BenchState withVersion() {
        return new BenchState(
                Integer.toHexString(hashCode()),
                console,
                terminal,
                printer,
                scanner,
                presence,
                lamp);
    }
}
