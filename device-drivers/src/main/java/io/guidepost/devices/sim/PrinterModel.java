package io.guidepost.devices.sim;

/**
 * Which printer a simulator is: who it says it is and which of the answers it has.
 *
 * @param maker answer to {@code GS I 66}, empty for none
 * @param name answer to {@code GS I 67}, empty for none
 * @param serial answer to {@code GS I 68}, empty for none
 * @param dots width of its print line
 * @param answers what it answers
 */
public record PrinterModel(
        String maker, String name, String serial, int dots, PrinterModel.Answers answers) {

    /**
     * What a printer answers.
     *
     * @param any whether it answers at all; without, the others mean nothing
     * @param statusBack whether it knows {@code GS a}
     * @param processId whether it knows {@code GS ( H}
     * @param clears whether it knows {@code DLE DC4 8}
     */
    public record Answers(boolean any, boolean statusBack, boolean processId, boolean clears) {}

    /** 80 mm, answers everything. */
    public static final PrinterModel FULL =
            new PrinterModel(
                    "EPSON", "TM-T88VI", "SIM0000001", 576, new Answers(true, true, true, true));

    /** 58 mm, as cheap ones are: {@code DLE EOT} and {@code GS r} is all that it answers. */
    public static final PrinterModel PLAIN =
            new PrinterModel("", "", "", 384, new Answers(true, false, false, false));

    /** 80 mm, connected by a line that only goes one way. */
    public static final PrinterModel SILENT =
            new PrinterModel("", "", "", 576, new Answers(false, false, false, false));
}
