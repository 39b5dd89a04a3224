package io.guidepost.devices.printer.escpos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a printer says it is, empty where it does not say. */
record PrinterIdentity(String vendor, String product, String serial) {

    /**
     * Asks one after another, as the answers do not say which question they answer; a printer that
     * leaves one out is asked no further. For one thread.
     */
    static final class Questions {

        /** How a command gets to the printer. */
        interface Writer {
            void write(byte[] command) throws IOException;
        }

        /** Who hears what is known. */
        interface Listener {
            void identified(PrinterIdentity identity);
        }

        /** Product first: the cheaper the printer, the fewer it answers. */
        private static final List<Integer> NUMBERS = List.of(67, 66, 68);

        private final Writer writer;
        private final Listener listener;
        private final List<String> answers = new ArrayList<>();
        private int asked;

        Questions(Writer writer, Listener listener) {
            this.writer = writer;
            this.listener = listener;
        }

        /** The printer has time for the next question, or not. */
        void go(boolean free) throws IOException {
            if (free && asked == answers.size() && asked < NUMBERS.size()) {
                writer.write(Commands.askIdentity(NUMBERS.get(asked)));
                asked++;
            }
        }

        /** The answer to the question that is open, if one is. */
        void answered(String text) {
            if (answers.size() < asked) {
                answers.add(text.strip());
                listener.identified(new PrinterIdentity(answer(1), answer(0), answer(2)));
            }
        }

        private String answer(int question) {
            return question < answers.size() ? answers.get(question) : "";
        }
    }
}
