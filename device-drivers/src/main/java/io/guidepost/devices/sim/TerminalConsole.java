package io.guidepost.devices.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Orders for a simulated terminal, as a person types them. */
public final class TerminalConsole {
    /** All orders, for who asks. */
    public static final String HELP =
            """
            card, bad-card                a person acts, where a payment waits for one
            next WHAT, usual WHAT         what the next payment meets, or every one: %s
            once STEP FAULT               what the next message of a kind meets
            fault STEP FAULT              what every message of a kind meets
              STEP: %s
              FAULT: %s
            pieces N                      answers leave in pieces of N bytes
            mute, maintenance, log-out    says nothing; says that it is unwell; ends the login
            drop                          cuts every connection
            well                          forgets all that was ordered
            charges                       what was taken and given back
            """
                    .formatted(
                            words(TerminalBehaviour.values()),
                            words(TerminalStep.values()),
                            words(TerminalFault.values()));

    private final TerminalSimulator terminal;

    public TerminalConsole(TerminalSimulator terminal) {
        this.terminal = terminal;
    }

    /**
     * Carries one order out.
     *
     * @return what came of it, one sentence
     * @throws IllegalArgumentException naming what can be ordered
     */
    public String order(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        return switch (words.size()) {
            case 1 -> single(words.getFirst());
            case 2 -> about(words.get(0), words.get(1));
            case 3 -> message(words.get(0), words.get(1), words.get(2));
            default -> throw none(line);
        };
    }

    private String single(String order) {
        return switch (order) {
            case "card" -> terminal.presentCard() ? "Approved." : "No payment waits for a card.";
            case "bad-card" -> terminal.decline() ? "Declined." : "No payment waits for a card.";
            case "help" -> HELP.strip();
            case "mute" -> {
                terminal.setMute(true);
                yield "The terminal says nothing any more.";
            }
            case "maintenance" -> {
                terminal.script().setMaintenance(true);
                yield "The terminal says that it is under maintenance.";
            }
            case "log-out" -> {
                terminal.logOut();
                yield "The terminal has ended the kiosk's login.";
            }
            case "drop" -> {
                terminal.dropConnections();
                yield "Every connection is cut.";
            }
            case "well" -> {
                terminal.script().clear();
                yield "The terminal does what it should.";
            }
            case "charges" ->
                    terminal.charges().isEmpty()
                            ? "Nothing was taken."
                            : terminal.charges().stream()
                                    .map(TerminalConsole::line)
                                    .collect(Collectors.joining("; "));
            default -> throw none(order);
        };
    }

    private String about(String order, String what) {
        switch (order) {
            case "next" -> terminal.next(value(TerminalBehaviour.values(), what));
            case "usual" -> terminal.setUsual(value(TerminalBehaviour.values(), what));
            case "pieces" -> {
                if (!what.matches("[0-9]{1,4}")) {
                    throw new IllegalArgumentException("pieces takes a number from 0 to 9999");
                }
                terminal.script().setPieces(Integer.parseInt(what));
            }
            default -> throw none(order);
        }
        return "Set.";
    }

    private String message(String order, String step, String fault) {
        TerminalStep about = value(TerminalStep.values(), step);
        TerminalFault what = value(TerminalFault.values(), fault);
        switch (order) {
            case "once" -> terminal.script().once(about, what);
            case "fault" -> terminal.script().set(about, what);
            default -> throw none(order);
        }
        return "Set.";
    }

    private static String line(Charge charge) {
        return charge.amountMinor()
                + " "
                + charge.currency()
                + (charge.reversedMinor() == 0
                        ? ""
                        : ", " + charge.reversedMinor() + " given back");
    }

    private static <E extends Enum<E>> E value(E[] values, String word) {
        return Arrays.stream(values)
                .filter(v -> word(v).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no \"" + word + "\"; there are " + words(values)));
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(TerminalConsole::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException none(String order) {
        return new IllegalArgumentException("no order \"" + order + "\"; there are\n" + HELP);
    }
}
