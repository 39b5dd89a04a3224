package io.guidepost.devices.scanner.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.zxing.Reader;
import io.guidepost.devices.CodeScanner;
import io.guidepost.devices.Device;
import io.guidepost.devices.Scan;
import io.guidepost.devices.app.Drivers;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.config.Surroundings;
import io.guidepost.devices.sim.CameraProgram;
import io.guidepost.devices.sim.CodePhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a camera's pictures may come from, set up as in a kiosk's configuration. */
class CameraSourcesTest {
    private static final String EAN = "4012345678901";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aProgramIsReadStartedAgainWhenItDiesAndEndedWithTheDriver() throws Exception {
        String program =
                "command:"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + " -Djava.awt.headless=true -cp "
                        + classesOf(CameraProgram.class)
                        + ":"
                        + classesOf(Reader.class)
                        + " io.guidepost.devices.sim.CameraProgram "
                        + EAN;
        List<Scan> scans = new CopyOnWriteArrayList<>();
        try (Device device = device(Map.of("line", program, "size", "1280x720"))) {
            ((CodeScanner) device).onScan(scans::add);
            device.start();
            await().atMost(SOON).until(() -> scans.size() == 1);
            assertThat(scans.getFirst().data()).isEqualTo(EAN);
            ProcessHandle first = child().orElseThrow();
            first.destroyForcibly();
            await().atMost(SOON).until(() -> device.counters().get("reconnects") >= 1);
            await().atMost(SOON)
                    .until(() -> child().filter(c -> c.pid() != first.pid()).isPresent());
            await().atMost(SOON).until(() -> device.status().usable());
        }
        await().atMost(SOON).until(() -> child().isEmpty());
    }

    @Test
    void theJpegFilesOfAFolderAreAStream() throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(pictures.resolve("readme.txt"), "no picture");
        assertThat(
                        ImageIO.write(
                                CodePhoto.STRAIGHT.of(CodePictures.ean13(EAN, 1, 60)),
                                "jpeg",
                                pictures.resolve("one.JPG").toFile()))
                .isTrue();
        List<Scan> scans = new CopyOnWriteArrayList<>();
        try (Device device = device(Map.of("line", "folder:" + pictures))) {
            ((CodeScanner) device).onScan(scans::add);
            device.start();
            await().atMost(SOON).until(() -> scans.size() == 1);
            assertThat(scans.getFirst().data()).isEqualTo(EAN);
        }
    }

    @Test
    void everyProblemOfTheSettingsIsTold() {
        assertThatThrownBy(() -> device(Map.of("line", "usb:0", "size", "1281x720")))
                .isInstanceOf(DeviceConfig.InvalidException.class)
                .hasMessageContaining("tcp:HOST:PORT or command:PROGRAM")
                .hasMessageContaining("even numbers from 16 to 4096");
        assertThatThrownBy(() -> device(Map.of("line", "command: ", "size", "9x9")))
                .isInstanceOf(DeviceConfig.InvalidException.class);
    }

    @Test
    void uncompressedPicturesAreCutByCountingHoweverTheyCome() throws IOException {
        byte[] stream = new byte[3 * 24];
        for (int i = 0; i < stream.length; i++) {
            stream[i] = (byte) i;
        }
        for (int step : new int[] {1, 5, 16, 23, 24, 25, 72}) {
            FrameStream cut = FrameStream.yuv420(4, 4).begin();
            List<byte[]> found = new ArrayList<>();
            for (int at = 0; at < stream.length; at += step) {
                byte[] piece = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + step));
                found.addAll(cut.take(piece, piece.length));
            }
            assertThat(found).as("in pieces of %d", step).hasSize(3);
            assertThat(found.get(1)[0]).isEqualTo((byte) 24);
            assertThat(found.get(2)[15]).isEqualTo((byte) 63);
        }
    }

    private static Optional<ProcessHandle> child() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(
                        c ->
                                c.info()
                                        .commandLine()
                                        .filter(l -> l.contains("CameraProgram"))
                                        .isPresent())
                .findFirst();
    }

    private static Path classesOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Device device(Map<String, String> keys) {
        Map<String, String> values = new HashMap<>();
        values.put("device.camera.driver", "scanner.camera");
        keys.forEach((key, value) -> values.put("device.camera." + key, value));
        DeviceConfig.Entry entry = Drivers.config(values).devices().getFirst();
        return entry.maker().make(entry.id(), Surroundings.real(Clock.systemUTC()));
    }
}
