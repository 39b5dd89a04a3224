package io.guidepost.devices.sim;

import io.guidepost.devices.scanner.camera.CodePictures;
import java.awt.image.BufferedImage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * A camera's program: writes uncompressed YUV 4:2:0 pictures of 1,280 × 720 to its standard output,
 * ten a second, as {@code rpicam-vid --codec yuv420 -o -} does, until it is ended. What is in sight
 * is its argument: an EAN-13, or nothing. A second argument, a number, is after how many pictures
 * it falls silent but does not end.
 */
public final class CameraProgram {
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);

    private CameraProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String ean = arguments.length > 0 ? arguments[0] : "";
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : Long.MAX_VALUE;
        byte[] frame = frame(ean);
        // Not System.out: its locks and buffer are in the way of bytes.
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (long sent = 0; ; sent++) {
                if (sent < most) {
                    out.write(frame);
                }
                Thread.sleep(BETWEEN_FRAMES);
            }
        }
    }

    private static byte[] frame(String ean) {
        BufferedImage picture =
                ean.isEmpty()
                        ? CameraSimulator.emptyShop()
                        : CodePhoto.STRAIGHT.of(CodePictures.ean13(ean, 1, 60));
        byte[] frame = new byte[CodePhoto.WIDTH * CodePhoto.HEIGHT * 3 / 2];
        Arrays.fill(frame, (byte) 0x80);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                frame[y * CodePhoto.WIDTH + x] = (byte) picture.getRaster().getSample(x, y, 0);
            }
        }
        return frame;
    }
}
