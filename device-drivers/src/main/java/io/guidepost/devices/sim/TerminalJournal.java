package io.guidepost.devices.sim;

import io.guidepost.devices.terminal.nexo.NexoMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A simulated terminal's memory: one line of JSON for each thing that happened, on disk before
 * anybody hears of it. A torn last line, from a kill in its middle, is left out when it is read
 * again.
 */
final class TerminalJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalJournal.class);

    private final FileChannel file;
    private final List<JsonNode> before = new ArrayList<>();

    TerminalJournal(Path path) throws IOException {
        boolean torn = false;
        if (Files.exists(path)) {
            String text = Files.readString(path);
            torn = !text.isEmpty() && !text.endsWith("\n");
            for (String line : text.lines().toList()) {
                try {
                    before.add(NexoMessage.json(line));
                } catch (IOException _) {
                    LOG.warn("{}: a line that cannot be read is left out", path.getFileName());
                }
            }
        }
        this.file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        if (torn) {
            write("\n");
        }
    }

    /** What earlier runs wrote. */
    List<JsonNode> before() {
        return List.copyOf(before);
    }

    void append(JsonNode entry) throws IOException {
        write(entry.toString() + "\n");
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
