package io.guidepost.image;

import io.guidepost.kiosk.demo.Child;
import io.guidepost.kiosk.demo.RigPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Mosquitto of its own: a broker that knows nothing of us, set up by configuration alone. */
final class Mosquitto implements AutoCloseable {
    private static final String BACKEND = "backend";
    private static final String PASSWORD = "only-for-this-test";

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin");

    private final Path folder;
    private final int port;
    private final Child child;

    private Mosquitto(Path folder, int port, Child child) {
        this.folder = folder;
        this.port = port;
        this.child = child;
    }

    static boolean installed() {
        return program("mosquitto").isPresent() && program("mosquitto_passwd").isPresent();
    }

    /** Starts one that lets in the backend, and kiosks once they are {@link #admit admitted}. */
    static Mosquitto start(Path folder) {
        try {
            int port = freePort();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("passwords"), "");
            Files.writeString(folder.resolve("rights"), rights());
            Files.writeString(
                    folder.resolve("mosquitto.conf"),
                    """
                    listener %d 127.0.0.1
                    allow_anonymous false
                    password_file %s
                    acl_file %s
                    persistence false
                    set_tcp_nodelay true
                    max_packet_size 262144
                    max_queued_messages 100000
                    user root
                    """
                            .formatted(
                                    port, folder.resolve("passwords"), folder.resolve("rights")));
            Files.writeString(folder.resolve("backend.password"), PASSWORD);
            addUser(folder, BACKEND, PASSWORD);
            Child child =
                    Child.start(
                            "mosquitto",
                            List.of(
                                    program("mosquitto").orElseThrow().toString(),
                                    "-c",
                                    folder.resolve("mosquitto.conf").toString()),
                            Map.of(),
                            folder.resolve("mosquitto.log"));
            Mosquitto broker = new Mosquitto(folder, port, child);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(broker::listens);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** A kiosk publishes its own {@code up} and reads its own {@code down} and its group's. */
    private static String rights() {
        return """
        user %s
        topic readwrite gp/v1/#

        pattern write gp/v1/+/k/%%u/up/#
        pattern read gp/v1/+/k/%%u/down/#
        pattern read gp/v1/+/g/#
        pattern read gp/v1/+/svc/#
        """
                .formatted(BACKEND);
    }

    /** A rig whose backend uses this broker. */
    RigPlan plan(Path data) {
        try {
            return new RigPlan(
                    data,
                    freePort(),
                    List.of(
                            "--mqtt-url",
                            "tcp://127.0.0.1:" + port,
                            "--mqtt-user",
                            BACKEND,
                            "--mqtt-password-file",
                            folder.resolve("backend.password").toString()),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a kiosk in from now on. */
    void admit(String kiosk, String secret) {
        addUser(folder, kiosk, secret);
        child.signal("HUP");
    }

    @Override
    public void close() {
        child.close();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static void addUser(Path folder, String user, String password) {
        try {
            Process process =
                    new ProcessBuilder(
                                    program("mosquitto_passwd").orElseThrow().toString(),
                                    "-b",
                                    folder.resolve("passwords").toString(),
                                    user,
                                    password)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("passwd.log").toFile())
                            .start();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("mosquitto_passwd failed, see " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.concat(FOLDERS.stream(), Stream.of(System.getenv("PATH").split(":", -1)))
                .map(f -> Path.of(f, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
