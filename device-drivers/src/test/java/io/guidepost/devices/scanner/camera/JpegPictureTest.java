package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures as cameras send them. */
class JpegPictureTest {
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int SCAN = 0xda;

    @Test
    void readsThePicturesOfAUsbCameraWhichLeaveTheUsualTablesOut() throws IOException {
        byte[] whole = jpeg();
        byte[] without = withoutTables(whole);
        assertThat(without).hasSizeLessThan(whole.length);
        BufferedImage read = JpegPicture.read(without).orElseThrow();
        assertThat(read.getWidth()).isEqualTo(64);
        assertThat(read.getRGB(5, 5) & 0xff).isGreaterThan(200);
        assertThat(read.getRGB(50, 5) & 0xff).isLessThan(50);
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 32; x++) {
                picture.setRGB(x, y, 0xffffff);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Leaves out each DHT segment before the scan (ITU-T T.81, B.2.4.2). */
    private static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != SCAN) {
            int length = 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
            if ((jpeg[at + 1] & 0xff) != HUFFMAN_TABLES) {
                out.write(jpeg, at, length);
            }
            at += length;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }
}
