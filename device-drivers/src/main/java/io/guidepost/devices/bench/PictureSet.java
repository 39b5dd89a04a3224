package io.guidepost.devices.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures of a folder and its sub-folders, each with a text beside it. */
final class PictureSet {
    private static final Pattern PICTURE =
            Pattern.compile("(.+)\\.(png|jpe?g|gif|bmp|tiff?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile(
                    "(ean-?13|ean-?8|upc-?a|upc-?e|code-?128|code-?39|code-?93|codabar|itf|qr-?code|qr"
                        + "|micro-?qr(?:code)?|data-?matrix|pdf-?417|aztec|maxicode"
                        + "|rss-?14|rss-?expanded(?:stacked)?|data-?bar(?:-?expanded)?)(?![a-z]).*");

    private PictureSet() {}

    /**
     * Reads the folder and writes each picture for the peers.
     *
     * @param scratch gets the copies
     * @param problems is told of every picture that has to be left out, and why
     */
    static List<Picture> read(Path folder, Path scratch, Consumer<String> problems)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Picture> pictures = new ArrayList<>();
        for (Path file : files) {
            Matcher name = PICTURE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                continue;
            }
            try {
                String text = expected(file.resolveSibling(name.group(1)));
                Path pgm = scratch.resolve(pictures.size() + ".pgm");
                PictureFile.writePgm(PictureFile.read(file), pgm);
                pictures.add(
                        new Picture(
                                file,
                                pgm,
                                format(folder, file, text),
                                Optional.of(text).filter(t -> !t.isEmpty())));
            } catch (IOException e) {
                problems.accept(folder.relativize(file) + " is left out: " + e.getMessage());
            }
        }
        return pictures;
    }

    private static String expected(Path stem) throws IOException {
        Path text = stem.resolveSibling(stem.getFileName() + ".txt");
        Path bytes = stem.resolveSibling(stem.getFileName() + ".bin");
        if (Files.exists(text)) {
            return new String(Files.readAllBytes(text), StandardCharsets.UTF_8).strip();
        }
        if (Files.exists(bytes)) {
            return new String(Files.readAllBytes(bytes), StandardCharsets.ISO_8859_1);
        }
        throw new IOException("no " + text.getFileName() + " with the expected text beside it");
    }

    /** Told by the folder's name, else by the file's, else by the form of the text. */
    private static String format(Path folder, Path file, String text) {
        if (text.isEmpty()) {
            return Picture.NO_CODE;
        }
        for (Path named = file.getParent(); named != null; named = named.getParent()) {
            Matcher name = NAMED.matcher(lower(named));
            if (name.matches()) {
                return name.group(1).replace("-", "");
            }
            if (named.equals(folder)) {
                break;
            }
        }
        Matcher name = NAMED.matcher(lower(file));
        if (name.matches()) {
            return name.group(1).replace("-", "");
        }
        return switch (text.matches("[0-9]+") ? text.length() : 0) {
            case 8 -> "ean8";
            case 12 -> "upca";
            case 13 -> "ean13";
            default -> "other";
        };
    }

    private static String lower(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
