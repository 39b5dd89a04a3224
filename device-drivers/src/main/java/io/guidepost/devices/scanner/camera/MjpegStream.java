package io.guidepost.devices.scanner.camera;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** JPEG pictures one after the other. */
final class MjpegStream implements FrameStream {
    private final MjpegSplitter splitter = new MjpegSplitter();

    @Override
    public List<byte[]> take(byte[] piece, int count) throws IOException {
        return splitter.take(piece, count);
    }

    @Override
    public Optional<GreyFrame> frame(byte[] picture) {
        return JpegPicture.read(picture).map(p -> GreyFrame.of(p, FrameDecoder.MOST_PIXELS));
    }
}
