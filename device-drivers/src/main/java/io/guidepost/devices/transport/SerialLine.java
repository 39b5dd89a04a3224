package io.guidepost.devices.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** A line over a tty, 8 data bits, no parity, one stop bit, no flow control. */
public final class SerialLine implements ByteLine {
    private final SerialPort port;
    private final Path device;
    private long limitMillis = -1;
    private volatile boolean gone;

    private SerialLine(SerialPort port, Path device) {
        this.port = port;
        this.device = device;
    }

    /**
     * Opens lines to this tty.
     *
     * @param path the device file, or a link to it that stays the same when the device is plugged
     *     in again
     * @param baud for example 9,600; means nothing to a USB or pseudo tty
     */
    public static LineOpener to(Path path, int baud) {
        return () -> {
            // The library follows no links, and the link may lead elsewhere after each plugging in.
            Path device = path.toRealPath();
            SerialPort port;
            try {
                port = SerialPort.getCommPort(device.toString());
            } catch (SerialPortInvalidPortException e) {
                throw new IOException(path + " is no serial port", e);
            }
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            if (!port.openPort()) {
                throw new IOException("cannot open " + path + ", error " + port.getLastErrorCode());
            }
            SerialLine line = new SerialLine(port, device);
            port.addDataListener(line.new Unplugged());
            // What was sent before anybody listened is nobody's scan.
            port.flushIOBuffers();
            return line;
        };
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        long millis = Math.max(1, limit.toMillis());
        if (millis != limitMillis) {
            port.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.toIntExact(millis), 0);
            limitMillis = millis;
        }
        int count = port.readBytes(into, into.length);
        if (count < 0 || gone || (count == 0 && !Files.exists(device))) {
            throw new IOException(device + " is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, done, bytes.length);
            int count = port.writeBytes(rest, rest.length);
            if (count <= 0) {
                throw new IOException("cannot write to " + device);
            }
            done += count;
        }
    }

    @Override
    public void close() {
        port.removeDataListener();
        port.closePort();
    }

    /**
     * The library repeats the event for as long as the port is open, so the first one is enough.
     */
    private final class Unplugged implements SerialPortDataListener {
        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            if (!gone) {
                gone = true;
                Thread.ofVirtual().name("serial-unplugged").start(SerialLine.this::close);
            }
        }
    }
}
