package io.guidepost.devices.sim;

import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import io.guidepost.devices.scanner.camera.DecodedCode;
import io.guidepost.devices.scanner.camera.FrameDecoder;
import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A simulated printer that takes any program's bytes, and eyes for what it prints. */
final class Bench implements AutoCloseable {
    final PrinterSimulator printer;

    Bench() throws IOException {
        printer = PrinterSimulator.start(0);
    }

    /** What comes out of these bytes, as soon as so many pieces were cut. */
    List<Printout> print(byte[] bytes, int pieces) throws IOException {
        int before = printer.printouts().size();
        try (Socket socket = new Socket(printer.address().host(), printer.address().port())) {
            socket.getOutputStream().write(bytes);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> printer.printouts().size() >= before + pieces);
        }
        List<Printout> all = printer.printouts();
        return all.subList(before, all.size());
    }

    /** Our own decoder. */
    static List<String> codes(BufferedImage picture) {
        return new FrameDecoder(Duration.ofSeconds(5))
                .decode(picture).stream().map(DecodedCode::data).toList();
    }

    /** The decoder's own library, for symbologies that a kiosk does not read. */
    static List<String> anyCodes(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        try {
            Result[] results =
                    new GenericMultipleBarcodeReader(new MultiFormatReader())
                            .decodeMultiple(
                                    new BinaryBitmap(
                                            new HybridBinarizer(
                                                    new RGBLuminanceSource(width, height, pixels))),
                                    Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(results).map(Result::getText).distinct().toList();
        } catch (NotFoundException _) {
            return List.of();
        }
    }

    static long ink(BufferedImage picture) {
        return ink(picture, 0, picture.getHeight());
    }

    static long ink(BufferedImage picture, int top, int bottom) {
        long black = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRaster().getSample(x, y, 0) < 128) {
                    black++;
                }
            }
        }
        return black;
    }

    /** For a person to look at: in the module's build folder. */
    static void keep(String name, BufferedImage picture) throws IOException {
        Path folder = Path.of("target", "printouts");
        Files.createDirectories(folder);
        ImageIO.write(
                picture,
                "png",
                folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png").toFile());
    }

    @Override
    public void close() {
        printer.close();
    }
}
