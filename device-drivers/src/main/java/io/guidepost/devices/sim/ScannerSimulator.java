package io.guidepost.devices.sim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A serial scanner on a real pseudo-terminal. A driver opens {@link #path()}, a link that stays the
 * same through {@link #unplug} and {@link #plug}.
 */
public final class ScannerSimulator implements AutoCloseable {
    private static final byte[] CR = {'\r'};

    private final Path link;
    private @Nullable PseudoTerminal tty;

    private ScannerSimulator(Path link) {
        this.link = link;
    }

    /** Starts one that is plugged in; replaces a link that an earlier run left behind. */
    public static ScannerSimulator start(Path link) throws IOException {
        ScannerSimulator simulator = new ScannerSimulator(link);
        simulator.plug();
        return simulator;
    }

    /** The tty's stable path. */
    public Path path() {
        return link;
    }

    /** Scans a code: its characters and a CR. */
    public void scan(String code) throws IOException {
        send(code.getBytes(StandardCharsets.UTF_8), CR);
    }

    /** Scans a code with its AIM identifier before it, for example {@code ]E0}. */
    public void scanWithAim(String aimId, String code) throws IOException {
        scan(aimId + code);
    }

    /** Fault: these bytes as they are. */
    public void raw(byte[] bytes) throws IOException {
        send(bytes);
    }

    /** Fault: binary noise with a line end at its end, as a wrong baud rate gives it. */
    public void noise(int length) throws IOException {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                bytes[i] = (byte) 0xff;
            }
        }
        // One byte that no text contains: noise is noise each time.
        bytes[0] = (byte) 0xff;
        send(bytes, CR);
    }

    /** Fault: the first half of a code, and no more. */
    public void halfCode(String code) throws IOException {
        send(code.substring(0, Math.max(1, code.length() / 2)).getBytes(StandardCharsets.UTF_8));
    }

    /** Fault: a code in pieces with pauses between them. */
    public void scanInPieces(List<String> pieces, Duration pause)
            throws IOException, InterruptedException {
        for (String piece : pieces) {
            send(piece.getBytes(StandardCharsets.UTF_8));
            Thread.sleep(pause);
        }
        send(CR);
    }

    /** Fault: pulls the plug; the tty is gone. */
    public synchronized void unplug() throws IOException {
        if (tty != null) {
            Files.deleteIfExists(link);
            tty.close();
            tty = null;
        }
    }

    /** Plugs it in again, as a new tty under the same link. */
    public synchronized void plug() throws IOException {
        if (tty == null) {
            PseudoTerminal fresh = PseudoTerminal.open();
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, fresh.path());
            tty = fresh;
        }
    }

    /** Whether it is plugged in. */
    public synchronized boolean plugged() {
        return tty != null;
    }

    @Override
    public void close() throws IOException {
        unplug();
    }

    private synchronized void send(byte[]... parts) throws IOException {
        if (tty != null) {
            for (byte[] part : parts) {
                tty.write(part);
            }
        }
    }
}
