package io.guidepost.devices.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** A line over TCP. */
public final class TcpLine implements ByteLine {
    private final Socket socket;

    /** Speaks over a socket that is connected already, such as one a server accepted. */
    public TcpLine(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        // A peer that lost its power says nothing; the kernel's own wait is two hours.
        socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 5);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 2);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
    }

    /** Opens lines to this address, each try with this limit. */
    public static LineOpener to(TcpAddress address, Duration connectLimit) {
        return () -> {
            Socket socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(address.host(), address.port()),
                        Math.toIntExact(connectLimit.toMillis()));
                refuseOwnEcho(socket);
                return new TcpLine(socket);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        };
    }

    /**
     * Where nobody listens on a port of the ephemeral range, TCP may join a connection to itself
     * (RFC 9293, simultaneous open). It would look connected for ever and keep the peer from
     * listening.
     */
    private static void refuseOwnEcho(Socket socket) throws IOException {
        if (socket.getLocalPort() == socket.getPort()
                && socket.getLocalAddress().equals(socket.getInetAddress())) {
            throw new ConnectException("nobody listens there: the connection met itself");
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        try {
            socket.setSoTimeout(Math.toIntExact(Math.max(1, limit.toMillis())));
            int count = socket.getInputStream().read(into);
            if (count < 0) {
                throw new EOFException("the peer ended the connection");
            }
            return count;
        } catch (SocketTimeoutException _) {
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** A reset in place of an orderly end: what waits for a peer that does not read is dropped. */
    @Override
    public void abandon() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException _) {
            // Closed already.
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // Nothing can be done about a socket that does not close, and nobody uses it any more.
        }
    }
}
