package io.guidepost.devices.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TcpLineTest {
    private static final int MOST_TRIES = 60_000;

    /**
     * RFC 9293, section 3.5: a connection may be opened from both sides at once, and on loopback
     * both sides may be the same socket. Tries until the kernel happens to offer the port itself.
     */
    @Test
    void aLineNeverMeetsItselfWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Linux gives even ports to clients and odd ones to servers as long as there are enough
            // of both.
            port = socket.getLocalPort() & ~1;
        }
        LineOpener opener = TcpLine.to(new TcpAddress("127.0.0.1", port), Duration.ofSeconds(1));
        String lastReason = "";
        for (int i = 0; i < MOST_TRIES && !lastReason.contains("met itself"); i++) {
            try (ByteLine line = opener.open()) {
                throw new AssertionError("opened a line that nobody listens to: " + line);
            } catch (IOException e) {
                lastReason = String.valueOf(e.getMessage());
            }
        }
        assertThat(lastReason).contains("met itself");
    }
}
