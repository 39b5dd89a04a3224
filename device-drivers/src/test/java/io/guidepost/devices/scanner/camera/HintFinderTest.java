package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.FrameHint;
import io.guidepost.devices.sim.CodePhoto;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Ten pictures a second of an empty place, then of something. */
class HintFinderTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    @Test
    void anEmptyPlaceNeedsNoHintHoweverDarkItIs() {
        assertThat(hints(flat(110), 40, _ -> flat(110), false)).isEmpty();
        assertThat(hints(flat(8), 40, _ -> flat(8), false)).isEmpty();
    }

    @Test
    void aHandOnTheCameraIsTooDark() {
        assertThat(hints(flat(110), 25, _ -> flat(12), false)).containsOnly(FrameHint.TOO_DARK);
    }

    @Test
    void glareIsTooBright() {
        assertThat(hints(flat(110), 25, _ -> flat(250), false)).containsOnly(FrameHint.TOO_BRIGHT);
    }

    @Test
    void somethingFlatThatFillsThePictureIsTooNear() {
        assertThat(hints(flat(110), 25, _ -> flat(190), false)).containsOnly(FrameHint.TOO_NEAR);
    }

    @Test
    void somethingThatMovesIsToBeHeldStill() {
        assertThat(hints(flat(110), 25, i -> block(i * 37 % 200), false))
                .containsOnly(FrameHint.HOLD_STILL);
    }

    @Test
    void aSharpPictureAndOneThatWasReadNeedNone() {
        BufferedImage photo = CodePhoto.STRAIGHT.of(CodePictures.ean13("4006381333931", 1, 60));
        GreyFrame sharp = GreyFrame.of(photo, WIDTH * HEIGHT);
        assertThat(hints(flat(110), 25, _ -> sharp, false)).isEmpty();
        assertThat(hints(flat(110), 25, _ -> flat(12), true)).isEmpty();
    }

    @Test
    void hintsComeOnceASecond() {
        assertThat(hints(flat(110), 35, _ -> flat(12), false)).hasSize(4);
    }

    private static List<FrameHint> hints(
            GreyFrame place, int count, IntFunction<GreyFrame> frames, boolean read) {
        HintFinder finder = new HintFinder();
        long nanos = 0;
        for (int i = 0; i < 10; i++) {
            nanos += 100_000_000;
            assertThat(finder.look(place, false, nanos)).isEmpty();
        }
        List<FrameHint> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nanos += 100_000_000;
            finder.look(frames.apply(i), read, nanos).ifPresent(told::add);
        }
        return told;
    }

    private static GreyFrame flat(int shade) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        Arrays.fill(grey, (byte) shade);
        return GreyFrame.of(WIDTH, HEIGHT, grey);
    }

    /** A grey thing of a third of the picture's width. */
    private static GreyFrame block(int left) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        Arrays.fill(grey, (byte) 110);
        for (int y = 0; y < HEIGHT; y++) {
            Arrays.fill(grey, y * WIDTH + left, y * WIDTH + left + 110, (byte) 180);
        }
        return GreyFrame.of(WIDTH, HEIGHT, grey);
    }
}
