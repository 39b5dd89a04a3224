package io.guidepost.devices.sim;

import io.guidepost.devices.scanner.camera.CodePictures;
import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.TcpAddress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;

/**
 * A camera that sends whatever picture it is shown, ten times a second, as JPEG pictures one after
 * the other over TCP.
 */
public final class CameraSimulator implements AutoCloseable {
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);

    private final SimServer server;
    private volatile byte[] jpeg;
    private volatile boolean frozen;

    private CameraSimulator(int port) throws IOException {
        this.jpeg = encode(emptyShop());
        this.server = SimServer.start("camera", port, this::serve);
    }

    /**
     * Starts listening on loopback, with nothing in sight.
     *
     * @param port zero for a free one
     */
    public static CameraSimulator start(int port) throws IOException {
        return new CameraSimulator(port);
    }

    public TcpAddress address() {
        return new TcpAddress("127.0.0.1", server.port());
    }

    /** Shows a picture until another is shown. */
    public void show(BufferedImage picture) throws IOException {
        jpeg = encode(picture);
    }

    /** Shows a QR code as a person holds it. */
    public void showQr(String data, CodePhoto photo) throws IOException {
        show(photo.of(CodePictures.qr(data, 1)));
    }

    /** Shows an EAN-13 as a person holds it. */
    public void showEan13(String digits, CodePhoto photo) throws IOException {
        show(photo.of(CodePictures.ean13(digits, 1, 60)));
    }

    /** Takes everything out of sight. */
    public void showNothing() throws IOException {
        show(emptyShop());
    }

    /** The picture that is sent now, as JPEG. */
    public byte[] picture() {
        return jpeg.clone();
    }

    /** Fault: sends these bytes in place of each picture. */
    public void showBytes(byte[] bytes) {
        jpeg = bytes.clone();
    }

    /** Fault: keeps the connection and sends nothing. */
    public void setFrozen(boolean frozen) {
        this.frozen = frozen;
    }

    /** Fault: cuts every connection. */
    public void dropConnections() {
        server.dropConnections();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(ByteLine line) throws IOException, InterruptedException {
        while (true) {
            if (!frozen) {
                line.write(jpeg);
            }
            Thread.sleep(BETWEEN_FRAMES);
        }
    }

    static BufferedImage emptyShop() {
        BufferedImage grey = new BufferedImage(640, 360, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.dispose();
        return grey;
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", out)) {
            throw new IOException("this kind of picture cannot be sent as JPEG");
        }
        return out.toByteArray();
    }
}
