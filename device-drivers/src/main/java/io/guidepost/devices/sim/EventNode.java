package io.guidepost.devices.sim;

import io.guidepost.devices.scanner.evdev.Ioctl;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands for the kernel behind an event device: a Unix socket that sends {@code struct input_event}
 * on one kind of connection and answers {@code ioctl} on the other, as the evdev driver's event
 * socket asks.
 */
final class EventNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventNode.class);
    private static final int EBUSY = -16;
    private static final int EINVAL = -22;
    private static final int MOST_BYTES = 4096;

    /** What the kernel would know of the device. */
    record Hardware(int vendor, int product, String name, String serial) {
        private static final int BUS_USB = 3;

        byte[] id() {
            ByteBuffer id = ByteBuffer.allocate(Ioctl.ID_BYTES).order(ByteOrder.nativeOrder());
            id.putShort((short) BUS_USB).putShort((short) vendor).putShort((short) product);
            return id.array();
        }
    }

    private final Hardware hardware;
    private final Path directory;
    private final Path path;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> peers = ConcurrentHashMap.newKeySet();
    private final Set<SocketChannel> readers = ConcurrentHashMap.newKeySet();

    /** Keys that are down, guarded by this. */
    private final BitSet down = new BitSet(Ioctl.KEY_BYTES * Byte.SIZE);

    private volatile boolean refusesGrab;

    private EventNode(Hardware hardware, Path directory) throws IOException {
        this.hardware = hardware;
        this.directory = directory;
        this.path = directory.resolve("event");
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    static EventNode open(Hardware hardware) throws IOException {
        // A socket's name may have 107 bytes only, so it lies where names are short.
        EventNode node = new EventNode(hardware, Files.createTempDirectory("hid"));
        node.server.bind(UnixDomainSocketAddress.of(node.path));
        Thread.ofVirtual().name("event-node-sim").start(node::accept);
        return node;
    }

    Path path() {
        return path;
    }

    void setRefusesGrab(boolean refuses) {
        refusesGrab = refuses;
    }

    synchronized void setDown(int key, boolean isDown) {
        down.set(key, isDown);
    }

    /** How many programs read the events. */
    int readers() {
        return readers.size();
    }

    /** Sends bytes to each program that reads; one that does not keep up is cut off. */
    synchronized void send(byte[] bytes) {
        for (SocketChannel reader : readers) {
            try {
                if (reader.write(ByteBuffer.wrap(bytes)) < bytes.length) {
                    close(reader);
                }
            } catch (IOException e) {
                LOG.debug("a reader went: {}", e.toString());
                close(reader);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        peers.forEach(this::close);
        Files.deleteIfExists(path);
        Files.deleteIfExists(directory);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel peer = server.accept();
                peers.add(peer);
                Thread.ofVirtual().name("event-node-peer").start(() -> serve(peer));
            } catch (IOException e) {
                LOG.debug("the event node is closed: {}", e.toString());
            }
        }
    }

    private void serve(SocketChannel peer) {
        try {
            if (take(peer, 1).get() == 'E') {
                peer.configureBlocking(false);
                readers.add(peer);
                return;
            }
            while (true) {
                ByteBuffer head = take(peer, 2 * Integer.BYTES);
                int request = head.getInt();
                int length = head.getInt();
                if (length < 0 || length > MOST_BYTES) {
                    throw new IOException("a request of " + length + " bytes");
                }
                answer(peer, request, take(peer, length));
            }
        } catch (IOException e) {
            LOG.debug("a program went: {}", e.toString());
            close(peer);
        }
    }

    private void answer(SocketChannel peer, int request, ByteBuffer argument) throws IOException {
        byte[] data = {};
        int result = 0;
        if (request == Ioctl.GET_ID) {
            data = hardware.id();
        } else if (request == Ioctl.GET_NAME) {
            data = (hardware.name() + '\0').getBytes(StandardCharsets.UTF_8);
            result = data.length;
        } else if (request == Ioctl.GET_UNIQ) {
            data = (hardware.serial() + '\0').getBytes(StandardCharsets.UTF_8);
            result = data.length;
        } else if (request == Ioctl.GET_KEYS) {
            data = keys();
            result = data.length;
        } else if (request == Ioctl.GRAB) {
            result = refusesGrab && argument.getInt(0) != 0 ? EBUSY : 0;
        } else if (request == Ioctl.SET_CLOCK) {
            result = argument.getInt(0) == Ioctl.CLOCK_MONOTONIC ? 0 : EINVAL;
        } else {
            result = EINVAL;
        }
        ByteBuffer out =
                ByteBuffer.allocate(2 * Integer.BYTES + data.length).order(ByteOrder.nativeOrder());
        out.putInt(result).putInt(data.length).put(data).flip();
        while (out.hasRemaining()) {
            peer.write(out);
        }
    }

    private synchronized byte[] keys() {
        byte[] bits = new byte[Ioctl.KEY_BYTES];
        byte[] set = down.toByteArray();
        System.arraycopy(set, 0, bits, 0, set.length);
        return bits;
    }

    private static ByteBuffer take(SocketChannel peer, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        while (bytes.hasRemaining()) {
            if (peer.read(bytes) < 0) {
                throw new IOException("closed");
            }
        }
        return bytes.flip();
    }

    private void close(SocketChannel peer) {
        readers.remove(peer);
        peers.remove(peer);
        try {
            peer.close();
        } catch (IOException e) {
            LOG.debug("a connection did not close: {}", e.toString());
        }
    }
}
