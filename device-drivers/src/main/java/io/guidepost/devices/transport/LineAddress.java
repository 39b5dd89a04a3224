package io.guidepost.devices.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Where the line to a device leads. */
public sealed interface LineAddress {
    /** Leads nowhere; every try to open it fails. */
    LineAddress NONE = new Nowhere();

    /** Opens lines to there. */
    LineOpener opener();

    /** The kinds of line there are. */
    enum Scheme {
        TCP("tcp:HOST:PORT"),
        TTY("tty:/dev/… or tty:/dev/…@BAUD"),
        FILE("file:/dev/…"),
        COMMAND("command:PROGRAM ARGUMENT…"),
        FOLDER("folder:/…"),
        VIDEO("v4l2:/dev/video…");

        private final String form;

        Scheme(String form) {
            this.form = form;
        }
    }

    /** A device in the network. */
    record Tcp(TcpAddress address) implements LineAddress {
        private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

        @Override
        public LineOpener opener() {
            return TcpLine.to(address, CONNECT_LIMIT);
        }

        @Override
        public String toString() {
            return "tcp:" + address;
        }
    }

    /**
     * A tty.
     *
     * @param path best a link that stays the same, as below {@code /dev/serial/by-id}
     * @param baud 300 to 4,000,000; means nothing to a USB or pseudo tty
     */
    record Tty(Path path, int baud) implements LineAddress {
        private static final int USUAL_BAUD = 9600;

        @Override
        public LineOpener opener() {
            return SerialLine.to(path, baud);
        }

        @Override
        public String toString() {
            return "tty:" + path + "@" + baud;
        }
    }

    /**
     * A device file that is read and written as it is, such as {@code /dev/usb/lp0}.
     *
     * @param path best a link that stays the same
     */
    record DeviceFile(Path path) implements LineAddress {
        @Override
        public LineOpener opener() {
            return FileLine.to(path);
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /**
     * A program whose standard output is read.
     *
     * @param words the program and its arguments
     */
    record Command(List<String> words) implements LineAddress {
        public Command {
            words = List.copyOf(words);
        }

        @Override
        public LineOpener opener() {
            return ProcessLine.to(words);
        }

        @Override
        public String toString() {
            return "command:" + String.join(" ", words);
        }
    }

    /** The JPEG files of a folder as a camera's stream. */
    record Folder(Path path) implements LineAddress {
        @Override
        public LineOpener opener() {
            return FolderLine.to(path);
        }

        @Override
        public String toString() {
            return "folder:" + path;
        }
    }

    /**
     * A camera of the kernel's video interface, which sends JPEG pictures.
     *
     * @param path best a link that stays the same, as below {@code /dev/v4l/by-id}
     */
    record Video(Path path) implements LineAddress {
        @Override
        public LineOpener opener() {
            return VideoLine.to(path);
        }

        @Override
        public String toString() {
            return "v4l2:" + path;
        }
    }

    /** No line at all. */
    record Nowhere() implements LineAddress {
        @Override
        public LineOpener opener() {
            return () -> {
                throw new IOException("no line is set");
            };
        }

        @Override
        public String toString() {
            return "nowhere";
        }
    }

    /** How the lines of these kinds are written, for somebody who has to write one. */
    static String forms(List<Scheme> schemes) {
        return schemes.stream().map(s -> s.form).collect(Collectors.joining(" or "));
    }

    /**
     * Reads a line's address.
     *
     * @param allowed the kinds that make sense for the device
     * @throws IllegalArgumentException saying what it must be
     */
    static LineAddress parse(String text, List<Scheme> allowed) {
        for (Scheme scheme : allowed) {
            String start = scheme.form.substring(0, scheme.form.indexOf(':') + 1);
            if (text.startsWith(start)) {
                String rest = text.substring(start.length());
                return switch (scheme) {
                    case TCP -> new Tcp(TcpAddress.parse(rest));
                    case TTY -> tty(rest);
                    case FILE -> file(rest);
                    case COMMAND -> command(rest);
                    case FOLDER -> new Folder(path(rest, "a folder"));
                    case VIDEO -> new Video(path(rest, "a video device"));
                };
            }
        }
        throw new IllegalArgumentException("must be " + forms(allowed));
    }

    private static LineAddress file(String text) {
        return new DeviceFile(path(text, "a device file"));
    }

    private static Path path(String text, String what) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("must name " + what);
        }
        return Path.of(text);
    }

    private static LineAddress command(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must name a program");
        }
        return new Command(List.of(text.strip().split(" +")));
    }

    private static LineAddress tty(String text) {
        int at = text.lastIndexOf('@');
        String path = at < 0 ? text : text.substring(0, at);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("must name a tty");
        }
        if (at < 0) {
            return new Tty(Path.of(path), Tty.USUAL_BAUD);
        }
        String baud = text.substring(at + 1);
        if (!baud.matches("[0-9]{3,7}")
                || Integer.parseInt(baud) < 300
                || Integer.parseInt(baud) > 4_000_000) {
            throw new IllegalArgumentException("must have 300 to 4000000 baud behind the @");
        }
        return new Tty(Path.of(path), Integer.parseInt(baud));
    }
}
