package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoder on photographs, where the development corpus lies beside the checkout; else skipped.
 */
class BarcodeCorpusTest {
    private static final Logger LOG = LoggerFactory.getLogger(BarcodeCorpusTest.class);

    @ParameterizedTest
    @CsvSource({
        "ean13-3,1.00",
        "upca-5,0.90",
        "qrcode-3,0.97",
        "qrcode-5,0.90",
        "datamatrix-1,1.00"
    })
    void readsPhotographsAndNeverAWrongCode(String set, double share) throws IOException {
        Optional<Path> corpus =
                Stream.of("../shared/corpus", "../../shared/corpus")
                        .map(p -> Path.of(p, "barcodes", set))
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeTrue(corpus.isPresent(), "the corpus is not here");
        FrameDecoder decoder = new FrameDecoder(Duration.ofSeconds(5));
        List<Path> pictures;
        try (Stream<Path> files = Files.list(corpus.get())) {
            pictures = files.filter(p -> p.toString().matches(".*\\.(png|jpg)")).sorted().toList();
        }
        int right = 0;
        int wrong = 0;
        int seen = 0;
        for (Path path : pictures) {
            Path text = Path.of(path.toString().replaceFirst("\\.[a-z]+$", ".txt"));
            BufferedImage picture = ImageIO.read(path.toFile());
            if (picture == null || !Files.exists(text)) {
                continue;
            }
            seen++;
            String expected = Files.readString(text, StandardCharsets.UTF_8);
            for (DecodedCode code : decoder.decode(picture)) {
                if (same(code.data(), expected)) {
                    right++;
                } else {
                    wrong++;
                    LOG.warn("{}: read {} {}", path.getFileName(), code.symbology(), code.data());
                }
            }
        }
        LOG.info("{}: {} of {} right, {} wrong", set, right, seen, wrong);
        assertThat(right).isGreaterThanOrEqualTo((int) (seen * share));
        assertThat(wrong).isZero();
    }

    /** UPC-A is EAN-13 with a leading zero (GS1 General Specifications). */
    private static boolean same(String read, String expected) {
        return read.equals(expected)
                || read.equals("0" + expected)
                || ("0" + read).equals(expected);
    }
}
