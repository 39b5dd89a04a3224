package io.guidepost.devices.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./guidepost bench decode DIR}: how many of a folder's pictures each decoder reads, how
 * many it reads wrongly, and how long it takes. Exit status: 0 measured, 2 nothing to measure.
 */
public final class DecodeMain {
    private static final int WRONG_USE = 2;
    private static final String USAGE =
            """
            bench decode DIR [--json FILE] [--misreads]

              DIR holds pictures (PNG, JPEG, GIF, BMP, TIFF), also in sub-folders, each with a .txt of the same name
              beside it that holds the expected text; an empty .txt means a picture without a code.
              --json FILE   also writes {"figures": {name: number}}
              --misreads    shows every text that was not expected\
            """;

    /** Held, because the logging package forgets loggers that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private final PrintStream out;
    private final Path folder;
    private final boolean misreads;
    private final long begin = System.nanoTime();

    private DecodeMain(PrintStream out, Path folder, boolean misreads) {
        this.out = out;
        this.folder = folder;
        this.misreads = misreads;
    }

    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream problems) {
        Optional<Path> folder = Optional.empty();
        Optional<Path> json = Optional.empty();
        boolean misreads = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--json") && i + 1 < arguments.size()) {
                json = Optional.of(Path.of(arguments.get(++i)));
            } else if (argument.equals("--misreads")) {
                misreads = true;
            } else if (!argument.startsWith("-") && folder.isEmpty()) {
                folder = Optional.of(Path.of(argument));
            } else {
                problems.println(USAGE);
                return WRONG_USE;
            }
        }
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            problems.println(
                    folder.map(f -> "bench decode: " + f + " is not a folder.").orElse(USAGE));
            return WRONG_USE;
        }
        try {
            return new DecodeMain(out, folder.get(), misreads).measure(json);
        } catch (IOException e) {
            problems.println("bench decode: " + e);
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int measure(Optional<Path> json) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("guidepost-decode-");
        try {
            say("Reading the pictures …");
            List<Picture> pictures = PictureSet.read(folder, scratch, this::say);
            if (pictures.isEmpty()) {
                say("There is no picture with a text beside it in " + folder + ".");
                return WRONG_USE;
            }
            OurDecoder ours = new OurDecoder();
            DecodeReport report = new DecodeReport();
            for (Decoder decoder :
                    List.of(ours, new ZbarPeer(scratch), new ZxingWasmPeer(modules(), scratch))) {
                measure(decoder, pictures, report);
            }
            report.add("empty_vga_ms", ours.emptyVgaMillis());
            out.println();
            out.print(report.table());
            out.printf("%nempty VGA frame: %.1f ms%n", report.figures().get("empty_vga_ms"));
            out.println(
                    """
                    Read: the expected text was among the texts, of the pictures with a code. Wrong: another text was, of all pictures.
                    Times: guidepost and zxing-wasm from picture in memory to texts, after a warm-up; zbar whole process with file
                    reading, mean of up to 200 pictures in one process. zbar knows no Data Matrix.\
                    """);
            if (json.isPresent()) {
                Files.writeString(
                        json.get(),
                        new JsonMapper()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(Map.of("figures", report.figures()))
                                + "\n");
            }
            return 0;
        } finally {
            delete(scratch);
        }
    }

    private void measure(Decoder decoder, List<Picture> pictures, DecodeReport report)
            throws InterruptedException {
        Optional<String> absent = decoder.absent();
        if (absent.isPresent()) {
            say(absent.get() + ".");
            return;
        }
        say(decoder.name() + " looks at " + pictures.size() + " pictures …");
        try {
            decoder.look(pictures)
                    .forEach(
                            (picture, answer) -> {
                                if (report.add(decoder.name(), picture, answer) && misreads) {
                                    say("  " + folder.relativize(picture.file()) + " " + answer);
                                }
                            });
        } catch (IOException e) {
            // A peer that fails is no reason to lose the other figures.
            say(decoder.name() + " is left out: " + e.getMessage());
        }
    }

    /** Where the checkout keeps the npm packages of its tests; the launcher says where it is. */
    private static Optional<Path> modules() {
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getProperty("guidepost.home"))
                .map(Path::of)
                .ifPresent(homes::add);
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            homes.add(up);
        }
        return homes.stream()
                .map(h -> h.resolve(".ci/node"))
                .filter(h -> Files.isDirectory(h.resolve("node_modules/zxing-wasm")))
                .findFirst();
    }

    private void say(String text) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
        out.flush();
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
