package io.guidepost.devices.scanner.camera;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Cuts a camera's bytes into pictures. For one connection. */
interface FrameStream {

    /**
     * Takes a piece of the stream.
     *
     * @return the pictures that are complete with it, as they came
     * @throws IOException when it is no such stream
     */
    List<byte[]> take(byte[] piece, int count) throws IOException;

    /** A picture in shades of grey; nothing when it is damaged. May be called on another thread. */
    Optional<GreyFrame> frame(byte[] picture);

    /** The pictures of one connection are cut by one of these. */
    @FunctionalInterface
    interface Form {
        FrameStream begin();
    }

    /** JPEG pictures one after the other. */
    static Form jpeg() {
        return MjpegStream::new;
    }

    /**
     * Uncompressed pictures of one size, YUV 4:2:0 in three planes, as {@code rpicam-vid --codec
     * yuv420} writes them; only the first plane, the brightness, is used.
     *
     * @param width 16 to 4,096, even
     * @param height 16 to 4,096, even
     */
    static Form yuv420(int width, int height) {
        return () -> new YuvStream(width, height);
    }
}
