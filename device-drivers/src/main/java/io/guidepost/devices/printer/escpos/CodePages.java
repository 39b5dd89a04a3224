package io.guidepost.devices.printer.escpos;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts text into runs, each in a code page that has all its letters. */
public final class CodePages {

    /**
     * A code page of the printer.
     *
     * @param number for {@code ESC t}
     * @param charset its letters
     */
    public record CodePage(int number, Charset charset) {
        boolean has(char letter) {
            return charset.newEncoder().canEncode(letter);
        }
    }

    /** Text in one code page. */
    record Run(CodePage page, String text) {
        byte[] bytes() {
            return text.getBytes(page.charset());
        }
    }

    /**
     * Those that nearly every printer has, the most useful first: 858 is 850 with the euro sign.
     */
    public static final List<CodePage> ALL =
            List.of(
                    new CodePage(19, Charset.forName("IBM00858")),
                    new CodePage(0, Charset.forName("IBM437")),
                    new CodePage(18, Charset.forName("IBM852")),
                    new CodePage(17, Charset.forName("IBM866")),
                    new CodePage(16, Charset.forName("windows-1252")));

    private CodePages() {}

    /**
     * The pages of these numbers, in this order.
     *
     * @param numbers for example {@code 19,0}
     * @throws IllegalArgumentException naming those that there are
     */
    public static List<CodePage> parse(String numbers) {
        List<CodePage> pages = new ArrayList<>();
        for (String number : numbers.split(",", -1)) {
            pages.add(
                    ALL.stream()
                            .filter(p -> String.valueOf(p.number()).equals(number.strip()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "must be some of 19, 0, 18, 17, 16 with"
                                                            + " commas between them")));
        }
        return List.copyOf(pages);
    }

    /** The runs of this text, or nothing when a letter is in none of these code pages. */
    static Optional<List<Run>> runs(String text, List<CodePage> pages) {
        List<Run> runs = new ArrayList<>();
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        CodePage page = pages.getFirst();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!page.has(letter)) {
                Optional<CodePage> other = pages.stream().filter(p -> p.has(letter)).findFirst();
                if (other.isEmpty()) {
                    return Optional.empty();
                }
                add(runs, page, text.substring(start, i));
                page = other.get();
                start = i;
            }
        }
        add(runs, page, text.substring(start));
        return Optional.of(runs);
    }

    private static void add(List<Run> runs, CodePage page, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(page, text));
        }
    }
}
