package io.guidepost.devices.sim;

import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cable of a simulated device. All methods may be called from any thread. */
interface SimPlug extends AutoCloseable {

    /** Makes the cable for a device that serves its lines. */
    @FunctionalInterface
    interface Maker {
        SimPlug make(SimServer.Handler handler) throws IOException;
    }

    /** Pulls the cable. */
    void out() throws IOException;

    /** Puts it back. */
    void in() throws IOException;

    /** Breaks the connection; the next one comes about at once. */
    void drop();

    /** Where it listens. */
    TcpAddress address();

    @Override
    void close();

    /** A cable into the network; the port stays the same. */
    static SimPlug tcp(String name, int port, SimServer.Handler handler) throws IOException {
        return new Tcp(name, SimServer.start(name, port, handler), handler);
    }

    /** A cable to a serial port or USB. */
    static SimPlug tty(String name, Path link, SimServer.Handler handler) throws IOException {
        Tty tty = new Tty(name, link, handler);
        tty.in();
        return tty;
    }

    /** Over TCP. */
    final class Tcp implements SimPlug {
        private final String name;
        private final SimServer.Handler handler;
        private final int port;
        private volatile @Nullable SimServer server;

        private Tcp(String name, SimServer server, SimServer.Handler handler) {
            this.name = name;
            this.server = server;
            this.handler = handler;
            this.port = server.port();
        }

        @Override
        public void out() {
            SimServer now = server;
            if (now != null) {
                now.close();
                server = null;
            }
        }

        @Override
        public void in() throws IOException {
            if (server == null) {
                server = SimServer.start(name, port, handler);
            }
        }

        @Override
        public void drop() {
            SimServer now = server;
            if (now != null) {
                now.dropConnections();
            }
        }

        @Override
        public TcpAddress address() {
            return new TcpAddress("127.0.0.1", port);
        }

        @Override
        public void close() {
            out();
        }
    }

    /** Over a pseudo-terminal. */
    final class Tty implements SimPlug {
        private static final Logger LOG = LoggerFactory.getLogger(SimPlug.class);

        private final String name;
        private final Path link;
        private final SimServer.Handler handler;
        private @Nullable PseudoTerminal tty;

        private Tty(String name, Path link, SimServer.Handler handler) {
            this.name = name;
            this.link = link;
            this.handler = handler;
        }

        @Override
        public synchronized void out() throws IOException {
            if (tty != null) {
                Files.deleteIfExists(link);
                tty.close();
                tty = null;
            }
        }

        @Override
        public synchronized void in() throws IOException {
            if (tty == null) {
                PseudoTerminal fresh = PseudoTerminal.open();
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, fresh.path());
                tty = fresh;
                ByteLine line = fresh.line();
                Thread.ofPlatform().name(name + "-sim-tty").daemon(true).start(() -> serve(line));
            }
        }

        /** A new tty under the same link, as a device gives that was switched off and on. */
        @Override
        public synchronized void drop() {
            try {
                out();
                in();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public TcpAddress address() {
            throw new IllegalStateException("this simulator is on a tty");
        }

        @Override
        public void close() {
            try {
                out();
            } catch (IOException e) {
                LOG.warn("The link to the tty was not removed", e);
            }
        }

        private void serve(ByteLine line) {
            try (line) {
                handler.serve(line);
            } catch (IOException e) {
                LOG.debug("The tty ended: {}", e.toString());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
