package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.CodeScannerContract;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Raster;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.sim.CameraSimulator;
import io.guidepost.devices.sim.CodePhoto;
import io.guidepost.devices.transport.TcpLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The camera driver over TCP. */
class CameraScannerTest extends CodeScannerContract {
    private static final String EAN = "4012345678901";
    private static final String LINK = "https://id.guidepost.example/01/04006381333931";

    @SuppressWarnings("NullAway.Init")
    private CameraSimulator simulator;

    private int port;

    @Override
    protected CodeScanner open() throws Exception {
        simulator = CameraSimulator.start(0);
        port = simulator.address().port();
        return new CameraScanner(
                new DeviceId(DeviceKind.SCANNER, "camera"),
                TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                Clock.systemUTC());
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    @Override
    protected void show(String ean13) throws Exception {
        long seen = scanner.counters().get("reads") + scanner.counters().get("repeats");
        simulator.showEan13(ean13, CodePhoto.STRAIGHT);
        await().atMost(SOON)
                .until(
                        () ->
                                scanner.counters().get("reads") + scanner.counters().get("repeats")
                                        > seen + 1);
    }

    @Override
    protected void unplug() {
        simulator.close();
    }

    @Override
    protected void plug() throws Exception {
        simulator = CameraSimulator.start(port);
    }

    @Test
    void readsADigitalLinkHeldAtAnAngle() throws Exception {
        simulator.showQr(LINK, CodePhoto.BY_HAND);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans.getFirst().data()).isEqualTo(LINK);
        assertThat(scans.getFirst().symbology()).isEqualTo(Symbology.QR);
        assertThat(scans.getFirst().aimId()).hasValue("]Q1");
    }

    @Test
    void aCodeThatStaysInSightIsOneScan() throws Exception {
        simulator.showQr(LINK, CodePhoto.STRAIGHT);
        await().atMost(SOON).until(() -> scanner.counters().get("repeats") > 12);
        assertThat(scans).extracting(Scan::data).containsExactly(LINK);
    }

    @Test
    void aDamagedPictureIsCountedAndTheNextOneRead() throws Exception {
        byte[] damaged = simulator.picture();
        for (int i = damaged.length / 4; i < damaged.length / 2; i++) {
            damaged[i] = 0x11;
        }
        // A picture whose header lies about its tables.
        damaged[24] = (byte) 0x77;
        simulator.showBytes(jpegWithoutContent());
        await().atMost(SOON).until(() -> scanner.counters().get("damaged-frames") > 0);
        simulator.showBytes(damaged);
        simulator.showBytes(
                "no picture at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        simulator.showQr(LINK, CodePhoto.STRAIGHT);
        await().atMost(SOON).until(() -> !scans.isEmpty());
    }

    @Test
    void twoCodesThatStayInSightAreTwoScans() throws Exception {
        simulator.show(packageWith(LINK, EAN));
        await().atMost(SOON).until(() -> scanner.counters().get("repeats") > 12);
        assertThat(scans).extracting(Scan::data).containsExactlyInAnyOrder(LINK, EAN);
    }

    @Test
    void aSmallFileThatSaysItIsAHugePictureIsRefusedAndTheNextOneRead() throws Exception {
        simulator.showBytes(jpegWithSize(40_000, 40_000));
        await().atMost(SOON).until(() -> scanner.counters().get("damaged-frames") > 2);
        simulator.showQr(LINK, CodePhoto.STRAIGHT);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scanner.counters().get("driver-failures")).isZero();
    }

    @Test
    void aCameraThatSendsDamagedPicturesIsDegradedAndNobodyScannedAnything() throws Exception {
        simulator.showBytes(jpegWithoutContent());
        await().atMost(SOON).until(() -> scanner.counters().get("damaged-frames") > 20);
        await().atMost(SOON).until(() -> scanner.status() instanceof DeviceStatus.Degraded);
        assertThat(misreads).isEmpty();
        simulator.showQr(LINK, CodePhoto.STRAIGHT);
        await().atMost(SOON).until(() -> scanner.status() instanceof DeviceStatus.Ready);
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(misreads).isEmpty();
    }

    /** A package with both its codes before the camera. */
    private static BufferedImage packageWith(String link, String ean) {
        BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
        draw(CodePictures.qr(link, 8), picture, 100, 150);
        draw(CodePictures.ean13(ean, 4, 240), picture, 720, 200);
        return picture;
    }

    private static void draw(Raster code, BufferedImage onto, int left, int top) {
        for (int y = 0; y < code.height(); y++) {
            for (int x = 0; x < code.width(); x++) {
                if (code.isBlack(x, y)) {
                    onto.getRaster().setSample(left + x, top + y, 0, 0);
                }
            }
        }
    }

    /** The present picture, whose frame header (ITU-T T.81, B.2.2) says another size. */
    private byte[] jpegWithSize(int width, int height) {
        byte[] jpeg = simulator.picture();
        for (int i = 0; i + 8 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg)
                        .putShort(i + 5, (short) height)
                        .putShort(i + 7, (short) width);
                return jpeg;
            }
        }
        throw new IllegalStateException("a JPEG without frame header");
    }

    private static byte[] jpegWithoutContent() {
        return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
    }

    @Test
    void aCameraThatFreezesIsDisconnected() {
        simulator.setFrozen(true);
        await().atMost(Duration.ofSeconds(12))
                .until(() -> scanner.status() instanceof DeviceStatus.Disconnected);
        simulator.setFrozen(false);
        await().atMost(SOON).until(() -> scanner.status().usable());
    }
}
