package io.guidepost.devices.bench;

import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** The decoder of the camera scanner; timed from the picture in memory to the codes' texts. */
final class OurDecoder implements Decoder {
    static final String NAME = "guidepost";

    /** Time enough also on a machine that does other things meanwhile. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int WARM_UP = 100;

    private final FrameDecoder decoder = new FrameDecoder(LIMIT);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> absent() {
        return Optional.empty();
    }

    @Override
    public Map<Picture, Answer> look(List<Picture> pictures) throws IOException {
        // The virtual machine has to see some work before it is as quick as it is all day.
        for (int i = 0; i < pictures.size(); i += Math.max(1, pictures.size() / WARM_UP)) {
            decoder.decode(PictureFile.read(pictures.get(i).file()));
        }
        Map<Picture, Answer> answers = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            BufferedImage image = PictureFile.read(picture.file());
            long begin = System.nanoTime();
            List<DecodedCode> codes = decoder.decode(image);
            double millis = (System.nanoTime() - begin) / 1e6;
            answers.put(
                    picture,
                    new Answer(
                            codes.stream().map(DecodedCode::data).toList(),
                            OptionalDouble.of(millis)));
        }
        return answers;
    }

    /** The decoder's time on an empty VGA frame, as a camera sees a shop: middle of many. */
    double emptyVgaMillis() {
        BufferedImage empty = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int y = 0; y < empty.getHeight(); y++) {
            for (int x = 0; x < empty.getWidth(); x++) {
                double shade = 90 + 60.0 * x / empty.getWidth() + random.nextGaussian() * 4;
                empty.getRaster().setSample(x, y, 0, Math.clamp((int) shade, 0, 255));
            }
        }
        double[] millis = new double[41];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            List<DecodedCode> none = decoder.decode(empty);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (!none.isEmpty()) {
                throw new IllegalStateException("a code was read from an empty frame");
            }
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }
}
