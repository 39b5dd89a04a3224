package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.terminal.zvt.Attempt.End;
import io.guidepost.devices.terminal.zvt.Attempt.Ended;
import io.guidepost.devices.terminal.zvt.Attempt.Told;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the kiosk's payments to the terminal's receipts, in a file that is on the disk before the
 * terminal hears of a payment. One line for each event, with a check sum; a line that was torn by a
 * power cut is left out. Nothing of a card is in it. Safe from any thread.
 */
final class ReceiptBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptBook.class);

    /** So many ended attempts are kept when the file is opened. */
    private static final int MOST_ENDED = 5_000;

    private static final int NEWEST = 100;
    private static final String NOTHING = "-";

    private final Path file;
    private final Map<UUID, Attempt> attempts = new LinkedHashMap<>();
    private @Nullable FileChannel channel;

    ReceiptBook(Path file) {
        this.file = file;
    }

    synchronized Optional<Attempt> find(UUID id) throws IOException {
        open();
        return Optional.ofNullable(attempts.get(id));
    }

    /** Notes what is about to be sent. */
    synchronized Attempt sent(Attempt attempt) throws IOException {
        return write(attempt, sentLine(attempt));
    }

    /**
     * Notes what the terminal said of it.
     *
     * @throws IllegalArgumentException when that was said of another attempt
     */
    synchronized Attempt told(Attempt attempt, Told told) throws IOException {
        if (heldByAnother(attempt.id(), told.mark())) {
            throw new IllegalArgumentException("receipt " + told.mark() + " is another attempt's");
        }
        return write(attempt.with(told), toldLine(attempt, told));
    }

    /** Notes its end. */
    synchronized Attempt ended(Attempt attempt, End how, int code) throws IOException {
        Ended end = new Ended(how, code);
        return write(attempt.with(end), endLine(attempt, end));
    }

    /** What was sent and has no certain end, oldest first. */
    synchronized List<Attempt> unended(UUID except) throws IOException {
        open();
        return attempts.values().stream()
                .filter(a -> a.end().isEmpty() && !a.id().equals(except))
                .toList();
    }

    /**
     * Whether the terminal named this receipt for another attempt. Of a terminal that sends no time
     * only the newest attempts are looked at, as it may count its receipts anew each day.
     */
    synchronized boolean heldByAnother(UUID id, Mark mark) throws IOException {
        open();
        return attempts.values().stream()
                .skip(mark.clock().isEmpty() ? Math.max(0, attempts.size() - NEWEST) : 0)
                .anyMatch(
                        a ->
                                !a.id().equals(id)
                                        && a.told().filter(t -> t.mark().equals(mark)).isPresent());
    }

    /** Whether another reversal has given this payment back. */
    synchronized boolean givenBack(UUID payment, UUID except) throws IOException {
        open();
        return attempts.values().stream()
                .anyMatch(
                        a ->
                                a.givesBack()
                                        && a.about().equals(payment)
                                        && !a.id().equals(except)
                                        && a.end().filter(e -> e.how() == End.DONE).isPresent());
    }

    /** Receipts that the terminal named for what was sent after this attempt. */
    synchronized Set<Integer> receiptsAfter(UUID id) throws IOException {
        open();
        Set<Integer> receipts = new HashSet<>();
        boolean later = false;
        for (Attempt attempt : attempts.values()) {
            if (later) {
                attempt.told().ifPresent(t -> receipts.add(t.mark().receipt()));
            }
            later |= attempt.id().equals(id);
        }
        return receipts;
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private Attempt write(Attempt attempt, String line) throws IOException {
        FileChannel open = open();
        try {
            append(open, line);
            open.force(false);
        } catch (IOException e) {
            // Half a line may be there: the file is read and mended before the next one.
            close();
            throw e;
        }
        attempts.put(attempt.id(), attempt);
        return attempt;
    }

    private static String sentLine(Attempt attempt) {
        return line(
                "SENT",
                attempt.id().toString(),
                attempt.about().toString(),
                Long.toString(attempt.amountMinor()),
                attempt.currency(),
                attempt.after().map(Mark::toString).orElse(NOTHING));
    }

    private static String toldLine(Attempt attempt, Told told) {
        return line(
                "TOLD",
                attempt.id().toString(),
                told.mark().toString(),
                told.result().isPresent() ? Integer.toString(told.result().getAsInt()) : NOTHING,
                Long.toString(told.amountMinor()),
                told.currency(),
                told.authorisation().matches("[0-9A-Za-z]+") ? told.authorisation() : NOTHING);
    }

    private static String endLine(Attempt attempt, Ended end) {
        return line(
                "ENDED", attempt.id().toString(), end.how().name(), Integer.toString(end.code()));
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            attempts.clear();
            boolean whole = read();
            if (!whole || attempts.size() > 2 * MOST_ENDED) {
                rewrite();
            }
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND);
        }
        return channel;
    }

    /** False where a line could not be read. */
    private boolean read() throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean whole = text.isEmpty() || text.endsWith("\n");
        for (String line : text.lines().toList()) {
            if (!take(line)) {
                LOG.warn("{}: a line that cannot be read is left out", file.getFileName());
                whole = false;
            }
        }
        return whole;
    }

    private boolean take(String line) {
        int space = line.lastIndexOf(' ');
        if (space < 0 || !line(line.substring(0, space)).equals(line + "\n")) {
            return false;
        }
        String[] words = line.substring(0, space).split(" ", -1);
        UUID id = UUID.fromString(words[1]);
        Attempt known = attempts.get(id);
        if (words[0].equals("SENT")) {
            attempts.put(id, sent(id, words));
        } else if (known != null && words[0].equals("TOLD")) {
            told(words).ifPresent(told -> attempts.put(id, known.with(told)));
        } else if (known != null) {
            attempts.put(
                    id, known.with(new Ended(End.valueOf(words[2]), Integer.parseInt(words[3]))));
        }
        return true;
    }

    private static Attempt sent(UUID id, String[] words) {
        return new Attempt(
                id,
                UUID.fromString(words[2]),
                Long.parseLong(words[3]),
                words[4],
                Mark.parse(words[5]),
                Optional.empty(),
                Optional.empty());
    }

    private static OptionalInt result(String word) {
        return word.equals(NOTHING) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
    }

    private static Optional<Told> told(String[] words) {
        return Mark.parse(words[2])
                .map(
                        mark ->
                                new Told(
                                        mark,
                                        result(words[3]),
                                        Long.parseLong(words[4]),
                                        words[5],
                                        words[6].equals(NOTHING) ? "" : words[6],
                                        Optional.empty()));
    }

    /** Writes the file anew without what is old or torn, and puts it in the old one's place. */
    private void rewrite() throws IOException {
        long tooMany =
                attempts.values().stream().filter(a -> a.end().isPresent()).count() - MOST_ENDED;
        StringBuilder text = new StringBuilder();
        for (Attempt attempt : List.copyOf(attempts.values())) {
            if (attempt.end().isPresent() && tooMany > 0) {
                tooMany--;
                attempts.remove(attempt.id());
            } else {
                text.append(sentLine(attempt));
                attempt.told().ifPresent(told -> text.append(toldLine(attempt, told)));
                attempt.end().ifPresent(end -> text.append(endLine(attempt, end)));
            }
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel open =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            append(open, text.toString());
            open.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String... words) {
        String text = String.join(" ", words);
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return text + String.format(" %08x", sum.getValue()) + "\n";
    }

    private static void append(FileChannel open, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
    }
}
