package io.guidepost.devices.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.devices.scanner.camera.CodePictures;
import io.guidepost.devices.sim.CodePhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark over a folder of our own pictures; the peers take part where they are. */
class DecodeMainTest {
    private static final String EAN = "4006381333931";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void countsWhatWasReadWhatWasWrongAndLeavesOutWhatIsNoPicture() throws IOException {
        picture("ean13-1/right.png", CodePhoto.STRAIGHT.of(CodePictures.ean13(EAN, 1, 60)), EAN);
        picture(
                "ean13-1/wrong.jpg",
                CodePhoto.STRAIGHT.of(CodePictures.ean13(EAN, 1, 60)),
                "4012345678901");
        picture("qrcode-2/upc.gif", CodePhoto.STRAIGHT.of(CodePictures.qr("Grüße", 1)), "Grüße");
        picture("shelf/empty.png", new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "");
        Files.writeString(folder.resolve("odd.png"), "no picture");
        Files.writeString(folder.resolve("odd.txt"), "1");
        picture("shelf/untold.png", new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "");
        Files.delete(folder.resolve("shelf/untold.txt"));
        Path json = folder.resolve("figures.json");

        assertThat(run(folder.toString(), "--json", json.toString())).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("odd.png is left out", "untold.png is left out", "guidepost");
        JsonNode figures = new JsonMapper().readTree(json.toFile()).get("figures");
        assertThat(figures.get("pictures").asInt()).isEqualTo(4);
        assertThat(figures.get("read_share").asDouble()).isEqualTo(2 / 3.0);
        assertThat(figures.get("wrong_share").asDouble()).isEqualTo(0.25);
        assertThat(figures.get("phantoms").asInt()).isZero();
        assertThat(figures.get("ean13.read_share").asDouble()).isEqualTo(0.5);
        assertThat(figures.get("qrcode.read_share").asDouble()).isEqualTo(1);
        assertThat(figures.get("mean_ms").asDouble()).isPositive();
        assertThat(figures.get("p95_ms").asDouble()).isPositive();
        assertThat(figures.get("empty_vga_ms").asDouble()).isPositive();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("is not a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "0012345678905,012345678905,true",
        "012345678905,0012345678905,true",
        "]4012345678901,4012345678901,false",
        "04252614,04252614,true",
        "042100005264,04252614,true",
        "0042100005264,04252614,true",
        "042100005264,04252615,false",
        "0104412345678909,04412345678909,true",
        "01900123456789083103001750,(01)90012345678908(3103)001750,true",
        "4012345678901,4012345678902,false",
        "(brackets) stay,brackets stay,false",
    })
    void theSameCodeMayBeWrittenInSeveralWays(String read, String expected, boolean same) {
        assertThat(Judge.same(read, expected)).isEqualTo(same);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return DecodeMain.run(List.of(arguments), out, out);
    }

    private void picture(String name, BufferedImage picture, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        String kind = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(picture, kind, file.toFile())).isTrue();
        Files.writeString(Path.of(file.toString().replaceFirst("\\.[a-z]+$", ".txt")), text);
    }
}
