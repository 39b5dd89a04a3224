package io.guidepost.devices.printer.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guidepost.devices.config.DeviceConfig;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printer's keys. */
class EscPosPrinterDriverTest {
    @Test
    void everyWrongKeyIsNamedAtOnce() {
        DeviceConfig.InvalidException wrong =
                catchThrowableOfType(
                        DeviceConfig.InvalidException.class,
                        () ->
                                parse(
                                        Map.of(
                                                "line", "usb",
                                                "dots", "577",
                                                "fence", "hope",
                                                "flow", "dtr",
                                                "code-pages", "19,3",
                                                "logo", "/no/such/logo.png",
                                                "colour", "red")));
        assertThat(wrong.problems())
                .hasSize(7)
                .anyMatch(p -> p.startsWith("device.till.line must be tcp:HOST:PORT or file:/dev/"))
                .anyMatch(p -> p.startsWith("device.till.dots must be a multiple of 8"))
                .anyMatch(p -> p.startsWith("device.till.fence must be one of auto, process-id"))
                .anyMatch(p -> p.startsWith("device.till.flow must be one of hardware"))
                .anyMatch(p -> p.startsWith("device.till.code-pages must be some of 19, 0"))
                .anyMatch(p -> p.startsWith("device.till.logo must be a picture"))
                .anyMatch(p -> p.startsWith("device.till.colour"));
    }

    @Test
    void eachKindOfLineIsTaken(@TempDir Path directory) throws Exception {
        Path logo = directory.resolve("logo.png");
        ImageIO.write(
                new BufferedImage(1200, 300, BufferedImage.TYPE_INT_RGB), "png", logo.toFile());
        for (String line :
                List.of("tcp:192.0.2.7:9100", "file:/dev/usb/lp0", "tty:/dev/ttyS0@115200")) {
            parse(Map.of("line", line, "dots", "384", "fence", "status", "logo", logo.toString()));
        }
        // Black, and made to fit the paper.
        assertThat(Logo.read(logo.toString(), 384).width()).isEqualTo(384);
        assertThat(Logo.read(logo.toString(), 384).height()).isEqualTo(96);
        assertThat(Logo.read(logo.toString(), 384).isBlack(200, 50)).isTrue();
    }

    private static void parse(Map<String, String> keys) {
        Map<String, String> values = new HashMap<>();
        values.put("device.till.driver", "printer.escpos");
        keys.forEach((key, value) -> values.put("device.till." + key, value));
        DeviceConfig.parse(values, List.of(new EscPosPrinterDriver()));
    }
}
