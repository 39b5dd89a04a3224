package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MjpegSplitterTest {

    @Test
    void findsEachPictureHoweverTheStreamIsCut() throws IOException {
        byte[] one = jpeg(40, 30, 1);
        byte[] two = jpeg(64, 48, 2);
        byte[] stream =
                joined(
                        "noise".getBytes(StandardCharsets.US_ASCII),
                        one,
                        two,
                        new byte[] {0, (byte) 0xff, 7},
                        one);
        for (int step : new int[] {1, 2, 3, 7, 100, stream.length}) {
            MjpegSplitter splitter = new MjpegSplitter();
            List<byte[]> found = new ArrayList<>();
            for (int at = 0; at < stream.length; at += step) {
                byte[] piece = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + step));
                found.addAll(splitter.take(piece, piece.length));
            }
            assertThat(found).as("in pieces of %d", step).containsExactly(one, two, one);
        }
    }

    @Test
    void aPreviewInsideAPictureDoesNotEndIt() throws IOException {
        byte[] picture = jpeg(40, 30, 1);
        byte[] preview = jpeg(8, 8, 3);
        int length = preview.length + 2;
        byte[] segment =
                joined(
                        new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length},
                        preview);
        byte[] whole =
                joined(
                        Arrays.copyOf(picture, 2),
                        segment,
                        Arrays.copyOfRange(picture, 2, picture.length));
        assertThat(new MjpegSplitter().take(whole, whole.length)).containsExactly(whole);
    }

    @Test
    void noiseIsNoPictureAndNoCrash() throws IOException {
        MjpegSplitter splitter = new MjpegSplitter();
        Random random = new Random(5);
        byte[] noise = new byte[50_000];
        random.nextBytes(noise);
        splitter.take(noise, noise.length);
        byte[] picture = jpeg(40, 30, 1);
        MjpegSplitter fresh = new MjpegSplitter();
        fresh.take(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3}, 5);
        assertThat(fresh.take(picture, picture.length)).containsExactly(picture);
    }

    private static byte[] jpeg(int width, int height, long seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
