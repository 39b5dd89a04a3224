package io.guidepost.kiosk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection that can be cut, refused, and made to swallow everything without a sign. */
public final class BreakableProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile boolean swallowing;

    public BreakableProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                broker.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(broker);
                Thread.ofVirtual().start(() -> pump(client, broker));
                Thread.ofVirtual().start(() -> pump(broker, client));
            } catch (IOException e) {
                closeAll();
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!swallowing) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // The connection is gone: what the test wanted.
        } finally {
            close(from);
            close(to);
        }
    }

    /** Ends every connection; new ones are let through. */
    public void cut() {
        closeAll();
    }

    /** Whether new connections are refused. */
    public void refuse(boolean on) {
        refusing = on;
    }

    /** Whether everything is swallowed while connections stay open. */
    public void swallow(boolean on) {
        swallowing = on;
        if (!on) {
            // Half of a packet may have been swallowed: such a connection cannot go on.
            closeAll();
        }
    }

    private void closeAll() {
        sockets.forEach(BreakableProxy::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeAll();
    }
}
