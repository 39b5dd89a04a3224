package io.guidepost.kiosk.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service manager's end of the notify socket: a real datagram socket in another process. */
public final class NotifyPeer implements AutoCloseable {
    private static final String PROGRAM =
            """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print('bound', flush=True)
            while True:
                print(s.recv(4096).decode().replace(chr(10), '|'), flush=True)
            """;

    private final Process process;
    private final List<String> datagrams = new CopyOnWriteArrayList<>();

    /** Listens there. */
    public NotifyPeer(Path address) throws IOException {
        this.process =
                new ProcessBuilder("python3", "-c", PROGRAM, address.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (!"bound".equals(first)) {
            throw new IOException("the peer says " + first);
        }
        Thread.ofVirtual().start(() -> lines.lines().forEach(datagrams::add));
    }

    /** Whether python3 is there. */
    public static boolean canRun() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    /** Everything that came so far; line breaks inside a datagram as bars. */
    public List<String> datagrams() {
        return datagrams;
    }

    /** How often the watchdog was fed. */
    public long fed() {
        return datagrams.stream().filter("WATCHDOG=1"::equals).count();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
