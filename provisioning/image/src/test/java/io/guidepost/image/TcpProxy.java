package io.guidepost.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network between two programs that can be cut or turned into a black hole: bytes go in and
 * nothing comes out, and nobody is told.
 */
final class TcpProxy implements AutoCloseable {
    /** What the network does. */
    enum Mode {
        /** Every byte arrives. */
        OPEN,
        /** Connections are torn and new ones refused at once. */
        CUT,
        /** Connections stand, new ones are accepted, no byte arrives. */
        BLACK_HOLE
    }

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.OPEN);

    TcpProxy(int targetPort) {
        try {
            target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("proxy").daemon(true).start(this::accept);
    }

    /** What was sent to the target so far, byte by byte as in ISO 8859-1. */
    String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    int port() {
        return server.getLocalPort();
    }

    /**
     * Changes the weather. Leaving a black hole tears what went into it, as a real network would.
     */
    void set(Mode next) {
        Mode before = mode.getAndSet(next);
        if (next == Mode.CUT || before == Mode.BLACK_HOLE) {
            sockets.forEach(TcpProxy::tear);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(TcpProxy::tear);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket near = server.accept();
                sockets.add(near);
                Thread.ofVirtual().start(() -> serve(near));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket near) {
        try {
            switch (mode.get()) {
                case CUT -> tear(near);
                case OPEN -> {
                    Socket far = new Socket();
                    sockets.add(far);
                    far.connect(target, 5_000);
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    Thread.ofVirtual()
                            .start(() -> pump(far, near, OutputStream.nullOutputStream()));
                    pump(near, far, sent);
                }
                case BLACK_HOLE -> {
                    // Kept open, never read: the kernel's buffers take what is sent.
                }
            }
        } catch (IOException _) {
            tear(near);
        }
    }

    private void pump(Socket from, Socket to, OutputStream copy) {
        byte[] bytes = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (mode.get() == Mode.OPEN) {
                    copy.write(bytes, 0, count);
                    out.write(bytes, 0, count);
                }
            }
        } catch (IOException _) {
            // Torn: both ends go.
        }
        tear(from);
        tear(to);
    }

    private static void tear(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
