package io.guidepost.devices.scanner.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Uncompressed YUV 4:2:0 pictures of one size. Nothing in the stream tells where a picture begins,
 * so it is cut by counting; a program that writes something else shows as noise.
 */
final class YuvStream implements FrameStream {
    private final int width;
    private final int height;
    private final int size;
    private byte[] brightness;
    private int at;

    YuvStream(int width, int height) {
        this.width = width;
        this.height = height;
        this.size = width * height * 3 / 2;
        this.brightness = new byte[width * height];
    }

    @Override
    public List<byte[]> take(byte[] piece, int count) {
        List<byte[]> pictures = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int some = Math.min(count - from, size - at);
            int wanted = Math.clamp(brightness.length - at, 0, some);
            if (wanted > 0) {
                System.arraycopy(piece, from, brightness, at, wanted);
            }
            at += some;
            from += some;
            if (at == size) {
                pictures.add(brightness);
                brightness = new byte[width * height];
                at = 0;
            }
        }
        return pictures;
    }

    @Override
    public Optional<GreyFrame> frame(byte[] picture) {
        return Optional.of(GreyFrame.of(width, height, picture));
    }
}
