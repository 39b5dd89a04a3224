package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.Symbology;
import io.guidepost.devices.sim.CodePhoto;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecoderTest {
    private static final String EAN = "4006381333931";
    private static final String LINK = "https://id.guidepost.example/01/04006381333931";

    private final FrameDecoder decoder = new FrameDecoder(Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"0,0,4", "90,0,4", "180,0,4", "8,15,5", "35,0,5", "-12,-30,6"})
    void readsAnEanHeldInManyWays(double turn, double tilt, double module) {
        BufferedImage photo =
                new CodePhoto(turn, tilt, module, 2, 4, 7).of(CodePictures.ean13(EAN, 1, 60));
        assertThat(decoder.decode(photo))
                .extracting(DecodedCode::data, DecodedCode::symbology)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(EAN, Symbology.EAN_13));
    }

    @ParameterizedTest
    @CsvSource({"0,0,4", "45,0,6", "200,35,8", "-20,-40,8"})
    void readsAQrCodeHeldInManyWays(double turn, double tilt, double module) {
        BufferedImage photo =
                new CodePhoto(turn, tilt, module, 2, 6, 7).of(CodePictures.qr(LINK, 1));
        assertThat(decoder.decode(photo)).extracting(DecodedCode::data).containsExactly(LINK);
    }

    @Test
    void findsNothingInNoise() {
        Random random = new Random(3);
        for (int round = 0; round < 5; round++) {
            byte[] noise = new byte[640 * 480];
            random.nextBytes(noise);
            assertThat(decoder.decode(GreyFrame.of(640, 480, noise))).isEmpty();
        }
    }

    @Test
    void aHugePictureEndsInTime() {
        BufferedImage huge = new BufferedImage(5000, 4000, BufferedImage.TYPE_INT_RGB);
        long began = System.nanoTime();
        assertThat(decoder.decode(huge)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void oneFrameDoesNotSpoilTheNext() {
        BufferedImage ean = CodePhoto.STRAIGHT.of(CodePictures.ean13(EAN, 1, 60));
        BufferedImage qr = CodePhoto.STRAIGHT.of(CodePictures.qr(LINK, 1));
        for (BufferedImage picture : List.of(ean, qr, ean, qr, ean)) {
            assertThat(decoder.decode(picture)).hasSize(1);
        }
    }

    @Test
    void barsNeedTwoEqualReads() {
        ReadVoter voter = new ReadVoter();
        DecodedCode one = new DecodedCode(EAN, Symbology.EAN_13, java.util.Optional.of("]E0"));
        DecodedCode other = new DecodedCode("4012345678901", Symbology.EAN_13, one.aimId());
        assertThat(voter.accepts(one)).isFalse();
        assertThat(voter.accepts(other)).isFalse();
        assertThat(voter.accepts(one)).isFalse();
        assertThat(voter.accepts(one)).isTrue();
        assertThat(voter.accepts(new DecodedCode(LINK, Symbology.QR, one.aimId()))).isTrue();
    }
}
