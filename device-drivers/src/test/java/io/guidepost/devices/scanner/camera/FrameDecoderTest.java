package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.guidepost.devices.Raster;
import io.guidepost.devices.Symbology;
import io.guidepost.devices.sim.CodePhoto;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
                .containsExactly(Tuple.tuple(EAN, Symbology.EAN_13));
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

    @ParameterizedTest
    @EnumSource(NoCode.class)
    void readsNothingWhereThereIsNoCode(NoCode kind) {
        for (int seed = 0; seed < 8; seed++) {
            assertThat(decoder.decode(kind.picture(seed))).as("%s %d", kind, seed).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"4,6", "3,4", "4,7"})
    void readsAnEanWhoseBarsHaveRunTogether(double module, int blur) {
        BufferedImage photo =
                new CodePhoto(7, 20, module, blur, 3, 5).of(CodePictures.ean13(EAN, 1, 60));
        assertThat(decoder.decode(photo)).extracting(DecodedCode::data).containsExactly(EAN);
    }

    @ParameterizedTest
    @CsvSource({"EAN_8,96385074,EAN_8", "UPC_E,04252614,UPC_E", "CODE_128,GP-0815,CODE_128"})
    void readsTheOtherBars(BarcodeFormat format, String data, Symbology symbology)
            throws WriterException {
        BitMatrix bars =
                new MultiFormatWriter()
                        .encode(data, format, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
        BitSet dots = new BitSet();
        int width = bars.getWidth();
        for (int i = 0; i < width * 50; i++) {
            dots.set(i, bars.get(i % width, 0));
        }
        Raster code = new Raster(width, 50, dots);
        for (double turn : new double[] {0, 14, 95, 187}) {
            BufferedImage photo = new CodePhoto(turn, 15, 4, 2, 4, 3).of(code);
            assertThat(decoder.decode(photo))
                    .as("turned by %s", turn)
                    .extracting(DecodedCode::data, DecodedCode::symbology)
                    .containsExactly(Tuple.tuple(data, symbology));
        }
    }

    @Test
    void aPictureFullOfCornersOfQrCodesEndsInTime() {
        // ZXing tries every three of them: hours, if it were let.
        BufferedImage corners = new BufferedImage(1280, 960, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < corners.getHeight(); y++) {
            for (int x = 0; x < corners.getWidth(); x++) {
                int ring = Math.max(Math.abs(x % 18 / 2 - 3), Math.abs(y % 18 / 2 - 3));
                corners.getRaster().setSample(x, y, 0, ring <= 1 || ring == 3 ? 20 : 230);
            }
        }
        long began = System.nanoTime();
        assertThat(new FrameDecoder(Duration.ofMillis(200)).decode(corners)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
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
