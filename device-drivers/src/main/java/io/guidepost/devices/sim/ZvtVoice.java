package io.guidepost.devices.sim;

import io.guidepost.devices.sim.ZvtPeer.Confirmation;
import io.guidepost.devices.terminal.zvt.Apdu;
import io.guidepost.devices.terminal.zvt.Command;
import io.guidepost.devices.terminal.zvt.Fields;
import io.guidepost.devices.terminal.zvt.Tlv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a simulated ZVT terminal says what it has to say: with the faults that are set for the
 * command and for its own messages. The work behind it is done whatever happens here.
 */
final class ZvtVoice {
    private static final int PRINT_TEXTS = 0x25;
    private static final int TEXT_LINE = 0x07;

    private final TerminalScript script;

    ZvtVoice(TerminalScript script) {
        this.script = script;
    }

    /**
     * What is said to one command.
     *
     * @param release lets the next command in; may be run more than once
     */
    Talk to(ZvtPeer peer, TerminalFault fault, Runnable release) {
        return new Talk(peer, fault, release);
    }

    /** One command's messages, in order. Used by one thread. */
    final class Talk {
        private final ZvtPeer peer;
        private final TerminalFault fault;
        private final Runnable release;
        private boolean accepted;
        private boolean silent;

        private Talk(ZvtPeer peer, TerminalFault fault, Runnable release) {
            this.peer = peer;
            this.fault = fault;
            this.release = release;
        }

        /** Says that it has begun. A fault of the whole command shows after its work. */
        void accept() throws IOException {
            if (!accepted) {
                accepted = true;
                if (fault == TerminalFault.NONE) {
                    peer.answer(Apdu.ACCEPTED);
                }
            }
        }

        void refuse(int code) throws IOException {
            peer.answer(Apdu.refused(code));
        }

        void complete(Fields fields) throws IOException, InterruptedException {
            say(TerminalStep.COMPLETION, new Apdu(Command.COMPLETION, fields.bytes()));
        }

        void abort(int code) throws IOException, InterruptedException {
            say(TerminalStep.COMPLETION, new Apdu(Command.ABORT, new byte[] {(byte) code}));
        }

        /** Texts that a till without this would have to print. */
        void prints() throws IOException, InterruptedException {
            if (script.prints()) {
                byte[] text = "Kundenbeleg".getBytes(StandardCharsets.US_ASCII);
                byte[] line = new byte[text.length + 1];
                System.arraycopy(text, 0, line, 1, text.length);
                say(new Apdu(Command.PRINT_LINE, line));
                say(
                        new Apdu(
                                Command.PRINT_TEXT,
                                Fields.NONE
                                        .with(List.of(new Tlv(PRINT_TEXTS, Tlv.bytes(receipt()))))
                                        .bytes()));
            }
        }

        /** Longer than a length of one byte can say. */
        private static List<Tlv> receipt() {
            return IntStream.rangeClosed(1, 12)
                    .mapToObj(i -> String.format("%2d. Zeile des Kundenbelegs", i))
                    .map(text -> new Tlv(TEXT_LINE, text.getBytes(StandardCharsets.US_ASCII)))
                    .toList();
        }

        /** Says a message of no interest to faults. */
        Confirmation say(Apdu message) throws IOException, InterruptedException {
            return say(message, TerminalFault.NONE);
        }

        /** Says one of the messages that faults can be set for. */
        Confirmation say(TerminalStep step, Apdu message) throws IOException, InterruptedException {
            return say(message, script.takeFault(step));
        }

        private Confirmation say(Apdu message, TerminalFault own)
                throws IOException, InterruptedException {
            boolean decides =
                    message.control() != Command.INTERMEDIATE_STATUS
                            && message.control() != Command.PRINT_LINE
                            && message.control() != Command.PRINT_TEXT;
            TerminalFault worst = own == TerminalFault.NONE && decides ? fault : own;
            if (silent || (!decides && fault != TerminalFault.NONE)) {
                return Confirmation.NONE;
            }
            switch (worst) {
                case DEAF, SILENT -> silent = true;
                case CUT -> cut();
                case GARBAGE -> {
                    peer.babble();
                    silent = true;
                }
                case LATE -> beLate();
                case NONE, REFUSED, LOGGED_OUT -> {}
            }
            return silent || script.mute() ? Confirmation.NONE : peer.say(message);
        }

        /** Its work is done and it would take other commands; only what it says is late. */
        void beLate() throws InterruptedException {
            release.run();
            Thread.sleep(script.lateness());
        }

        void cut() {
            peer.cut();
            silent = true;
        }

        void fallSilent() {
            silent = true;
        }
    }
}
