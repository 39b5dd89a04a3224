package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback. */
final class Ports {
    private Ports() {}

    /**
     * A port that is free now.
     *
     * @param wanted the port, or 0 for any
     * @param purpose what it is for, such as {@code console}
     * @param option how to choose another one, such as {@code --console-port}
     * @throws DemoException in one sentence where somebody listens there already
     */
    static int claim(int wanted, String purpose, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            // What a run that just ended left behind does not count as busy.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DemoException(
                    "Port "
                            + wanted
                            + " for the "
                            + purpose
                            + " is in use by another program: end that one or choose another port"
                            + " with "
                            + option
                            + " N.",
                    e);
        }
    }
}
