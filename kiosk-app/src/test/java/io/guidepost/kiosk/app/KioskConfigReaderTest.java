package io.guidepost.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guidepost.contract.code.LabelLayout;
import io.guidepost.contract.sign.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskConfigReaderTest {
    @TempDir Path folder;

    @Test
    void argumentsComeBeforeEnvironmentBeforeFilesBeforeDefaults() throws IOException {
        String key =
                Base64.getEncoder().encodeToString(SigningKey.generate().verifyingKey().encoded());
        Path first = folder.resolve("kiosk.properties");
        Files.writeString(
                first,
                "kiosk=from-file\nstore=north\ntenant=acme\nsecret=abc\nkey="
                        + key
                        + "\nidle=40s\nhttp-url=http://10.0.0.1:8080\n");
        Path second = folder.resolve("devices.properties");
        Files.writeString(
                second,
                """
                device.receipts.driver=printer.escpos
                device.receipts.line=tcp:127.0.0.1:9100
                idle=50s
                """);

        KioskConfig config =
                KioskConfigReader.read(
                        List.of(
                                "--settings",
                                first + "," + second,
                                "--kiosk=from-args",
                                "--label-layouts=20IIIIIVPP.PPC, 28IIIIIWW.WWWC",
                                "--device.receipts.dots",
                                "384"),
                        Map.of("GUIDEPOST_KIOSK", "from-env", "GUIDEPOST_TENANT", "from-env"));

        assertThat(config.place().kiosk().value()).isEqualTo("from-args");
        assertThat(config.place().tenant().value()).isEqualTo("from-env");
        assertThat(config.place().store()).isEqualTo("north");
        assertThat(config.place().group().value()).isEqualTo("mall");
        assertThat(config.times().idle()).isEqualTo(Duration.ofSeconds(50));
        assertThat(config.backend().http()).hasToString("http://10.0.0.1:8080/");
        assertThat(config.backend().key()).isPresent();
        assertThat(config.devices().devices())
                .extracting(d -> d.id().name() + " " + d.driver())
                .containsExactly("receipts printer.escpos");
        assertThat(config.place().labels())
                .containsExactly(
                        LabelLayout.parse("20IIIIIVPP.PPC"), LabelLayout.parse("28IIIIIWW.WWWC"));
        assertThat(config.toString()).doesNotContain("abc");
    }

    @Test
    void listsEveryProblemTogether() {
        assertThatExceptionOfType(BadConfig.class)
                .isThrownBy(
                        () ->
                                KioskConfigReader.read(
                                        List.of(
                                                "--kiosk",
                                                "Not A Name",
                                                "--idle",
                                                "soon",
                                                "--warning",
                                                "19s",
                                                "--mqtt-url",
                                                "http://x",
                                                "--label-layouts",
                                                "20IIIIIVPP.PPC,99IIIIIVPP.PPC",
                                                "--width",
                                                "7",
                                                "--device.receipts.driver",
                                                "printer.nowhere",
                                                "--colour",
                                                "blue"),
                                        Map.of()))
                .satisfies(
                        e ->
                                assertThat(e.problems())
                                        .hasSize(9)
                                        .anyMatch(p -> p.startsWith("kiosk:"))
                                        .anyMatch(p -> p.startsWith("idle:"))
                                        .anyMatch(p -> p.startsWith("warning:"))
                                        .anyMatch(p -> p.startsWith("mqtt-url:"))
                                        .anyMatch(p -> p.startsWith("width:"))
                                        .anyMatch(p -> p.startsWith("device.receipts.driver"))
                                        .contains(
                                                "label-layouts: label layout '99IIIIIVPP.PPC'"
                                                        + " must begin with 02 or 20 to 29")
                                        .anyMatch(p -> p.startsWith("--colour")));
    }
}
