package io.guidepost.devices.sim;

import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The TCP side of a simulator: listens on loopback, serves each connection on a virtual thread. */
final class SimServer implements AutoCloseable {

    /** What a simulator does with a connection, until it ends. */
    @FunctionalInterface
    interface Handler {
        void serve(ByteLine line) throws IOException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SimServer.class);
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final String name;
    private final Handler handler;
    private final ServerSocket socket;
    private final Thread acceptor;
    private final Set<ByteLine> lines = ConcurrentHashMap.newKeySet();

    private SimServer(String name, Handler handler, ServerSocket socket) {
        this.name = name;
        this.handler = handler;
        this.socket = socket;
        this.acceptor =
                Thread.ofPlatform().name(name + "-sim").daemon(true).unstarted(this::accept);
    }

    /**
     * Starts listening on loopback.
     *
     * @param port zero for a free one
     */
    static SimServer start(String name, int port, Handler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    MOST_CONNECTIONS);
        } catch (IOException e) {
            socket.close();
            throw new IOException(
                    "the "
                            + name
                            + " simulator cannot listen on port "
                            + port
                            + ": "
                            + e.getMessage(),
                    e);
        }
        SimServer server = new SimServer(name, handler, socket);
        server.acceptor.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Cuts every connection. */
    void dropConnections() {
        lines.forEach(ByteLine::close);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("{}: the port did not close", name, e);
        }
        // The port is free only once the thread has left accept(): the next start must not find it
        // taken.
        if (!Thread.currentThread().equals(acceptor)) {
            try {
                acceptor.join(CLOSE_LIMIT);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        dropConnections();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                if (lines.size() >= MOST_CONNECTIONS) {
                    peer.close();
                    continue;
                }
                ByteLine line = new TcpLine(peer);
                lines.add(line);
                Thread.ofVirtual().name(name + "-sim-peer").start(() -> serve(line));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("{}: a connection could not be accepted", name, e);
                }
            }
        }
    }

    private void serve(ByteLine line) {
        try (line) {
            handler.serve(line);
        } catch (IOException e) {
            LOG.debug("{}: a connection ended: {}", name, e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{}: a connection failed", name, e);
        } finally {
            lines.remove(line);
        }
    }
}
