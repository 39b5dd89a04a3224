package io.guidepost.devices.watchdog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A service manager's end of the notify socket: a real datagram socket in another process. */
final class NotifyPeer implements AutoCloseable {
    private static final String PROGRAM =
            """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            name = sys.argv[1]
            s.bind(chr(0) + name[1:] if name[0] == '@' else name)
            print('bound', flush=True)
            while True:
                print(s.recv(4096).decode().replace(chr(10), '|'), flush=True)
            """;

    final String address;
    private final Process process;
    private final List<String> datagrams = new CopyOnWriteArrayList<>();

    private NotifyPeer(String address) throws IOException {
        this.address = address;
        this.process =
                new ProcessBuilder("python3", "-c", PROGRAM, address)
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

    static boolean canRun() {
        try {
            Process python =
                    new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
            return python.waitFor(20, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static NotifyPeer at(Path path) throws IOException {
        return new NotifyPeer(path.toString());
    }

    static NotifyPeer named(String name) throws IOException {
        return new NotifyPeer("@" + name);
    }

    /** Everything that came so far; line breaks inside a datagram as bars. */
    List<String> datagrams() {
        return datagrams;
    }

    long alive() {
        return datagrams.stream().filter("WATCHDOG=1"::equals).count();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
