package io.guidepost.devices.gpio;

import io.guidepost.devices.TamperAlarm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tamper switch remembers across restarts: one small text file that is replaced as a whole
 * and forced to disk, so that it is the old one or the new one whenever the power goes. For one
 * thread.
 */
final class TamperLatch {
    private static final Pattern FORM =
            Pattern.compile("(open|closed) (quiet|([A-Z_]{1,40}) (\\S{1,40}))(?: by [^\\n]*)?\\n");

    /** Longer than any file of this form. */
    private static final int MOST_BYTES = 1024;

    private final Path file;

    /**
     * What is on disk.
     *
     * @param open whether the housing was open when the kiosk last looked
     * @param alarm the alarm that stands
     */
    record Memory(boolean open, Optional<TamperAlarm> alarm) {}

    /** The file is there but says nothing that can be understood. */
    static final class DamagedException extends IOException {
        DamagedException(String message) {
            super(message);
        }
    }

    TamperLatch(Path file) {
        this.file = file;
    }

    /**
     * What was written last; empty where nothing ever was.
     *
     * @throws DamagedException where it cannot be understood
     * @throws IOException where the disk cannot be read
     */
    Optional<Memory> read() throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DamagedException(file + " is larger than " + MOST_BYTES + " bytes");
            }
            Matcher form = FORM.matcher(Files.readString(file));
            if (!form.matches()) {
                throw new DamagedException(file + " is not of the form that is written there");
            }
            return Optional.of(
                    new Memory(
                            form.group(1).equals("open"),
                            form.group(2).equals("quiet")
                                    ? Optional.empty()
                                    : Optional.of(alarm(form.group(3), form.group(4)))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new DamagedException(file + " is no text");
        }
    }

    private TamperAlarm alarm(String cause, String noticed) throws DamagedException {
        try {
            return new TamperAlarm(TamperAlarm.Cause.valueOf(cause), Instant.parse(noticed));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedException(file + " has an alarm that makes no sense");
        }
    }

    /**
     * Writes it down; on disk when this returns.
     *
     * @param by who acknowledged the last alarm, and when; empty where it is unknown
     */
    void write(Memory memory, String by) throws IOException {
        String text =
                (memory.open() ? "open " : "closed ")
                        + memory.alarm().map(a -> a.cause() + " " + a.noticed()).orElse("quiet")
                        + (by.isEmpty() ? "" : " by " + by.replaceAll("\\p{Cntrl}", " "))
                        + "\n";
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no name of a file");
        }
        Path next = folder.resolve(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
