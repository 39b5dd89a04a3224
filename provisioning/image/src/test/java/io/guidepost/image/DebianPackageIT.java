package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package that a Raspberry Pi gets starts the kiosk from what it carries, on this machine's
 * architecture.
 */
class DebianPackageIT {
    @TempDir Path dir;

    @Test
    void theUnpackedPackageRehearsesAndDrawsItsFirstFrameWithoutBackendOrDevices()
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "needs dpkg-deb");
        Path root = dir.resolve("root");
        run(List.of("/usr/bin/dpkg-deb", "-x", packageFile().toString(), root.toString()));
        Path config = dir.resolve("kiosk.properties");
        Files.writeString(
                config,
                Files.readString(root.resolve("etc/guidepost/kiosk.properties"))
                        + """

                        kiosk=kiosk-deb
                        tenant=demo
                        group=berlin
                        store=test
                        data=%s
                        mqtt-url=tcp://127.0.0.1:9
                        http-url=http://127.0.0.1:9
                        secret=none
                        full-screen=no
                        """
                                .formatted(dir.resolve("data")));
        Process rehearsal = kiosk(root, config, "", "--rehearse").start();
        assertThat(rehearsal.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(dir.resolve("kiosk.aot"))
                .as(Files.readString(dir.resolve("kiosk.log")))
                .isNotEmptyFile();
        // With this mode the JVM ends at once where the cache is none of these jars.
        ProcessBuilder service =
                kiosk(root, config, "-Dglass.platform=Headless -Dprism.order=sw -XX:AOTMode=on");
        Path told = dir.resolve("told");
        Process manager = manager(dir.resolve("notify"), told);
        service.environment().put("NOTIFY_SOCKET", dir.resolve("notify").toString());
        service.environment().put("WATCHDOG_USEC", "4000000");
        Process kiosk = service.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    !kiosk.isAlive()
                                            || Files.exists(dir.resolve("data/first-frame.json")));
            assertThat(dir.resolve("data/first-frame.json"))
                    .as(Files.readString(dir.resolve("kiosk.log")))
                    .exists();
            // As its unit asks it to, and without a word of it in any setting.
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    Files.readString(told).contains("READY=1")
                                            && Files.readString(told).contains("WATCHDOG=1"));
        } finally {
            kiosk.destroy();
            boolean ended = kiosk.waitFor(15, TimeUnit.SECONDS);
            manager.destroyForcibly();
            assertThat(ended).as("stops on SIGTERM").isTrue();
        }
        assertThat(told).content().contains("STOPPING=1");
    }

    @Test
    void theUnitIsRestartedWhenTheKioskIsSilent() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "needs dpkg-deb");
        Path root = dir.resolve("root");
        run(List.of("/usr/bin/dpkg-deb", "-x", packageFile().toString(), root.toString()));
        List<String> unit =
                Files.readAllLines(root.resolve("usr/lib/systemd/system/guidepost-kiosk.service"));
        assertThat(unit)
                .contains("Type=notify", "NotifyAccess=main", "WatchdogSec=30", "Restart=always")
                .contains("WatchdogSignal=SIGKILL")
                // No number of failures leaves the shop with a dark panel.
                .containsSubsequence("[Unit]", "StartLimitIntervalSec=0", "[Service]")
                // In a login session of its own it could tell the manager nothing.
                .noneMatch(line -> line.startsWith("PAMName"))
                .contains("Requires=guidepost-display.service");
        assertThat(root.resolve("usr/lib/systemd/system/guidepost-display.service"))
                .content()
                .contains("ExecStart=/usr/bin/X :0 vt1", "PAMName=login", "Restart=always")
                .containsSubsequence("[Unit]\n", "\nStartLimitIntervalSec=0\n", "[Service]\n")
                .containsSubsequence("\nExecStartPre=-/bin/rm -f /tmp/.X11-unix/X0\n", "ExecStart=")
                // The kiosk's unit waits for the socket where the server puts it.
                .doesNotContain("PrivateTmp");
        assertThat(root.resolve("usr/lib/udev/rules.d/60-guidepost.rules"))
                .content()
                .contains("backlight")
                .contains("watchdog");
    }

    /** The other end of the notify socket, in place of systemd. */
    private Process manager(Path socket, Path told) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs python3");
        Files.createFile(told);
        Process manager =
                new ProcessBuilder(
                                "/usr/bin/python3",
                                "-uc",
                                """
                                import socket, sys
                                s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                                s.bind(sys.argv[1])
                                while True:
                                    print(s.recv(4096).decode())
                                """,
                                socket.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(told.toFile())
                        .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socket));
        return manager;
    }

    private ProcessBuilder kiosk(Path root, Path config, String options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("usr/bin/guidepost-kiosk").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("kiosk.log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME", System.getProperty("java.home"),
                                "TMPDIR", dir.toString(),
                                "GUIDEPOST_HOME", root.resolve("usr/lib/guidepost").toString(),
                                "GUIDEPOST_CONFIG", config.toString(),
                                "GUIDEPOST_CACHE", dir.toString(),
                                "GUIDEPOST_JAVA_OPTIONS", options));
        return builder;
    }

    private static Path packageFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(f -> f.getFileName().toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
