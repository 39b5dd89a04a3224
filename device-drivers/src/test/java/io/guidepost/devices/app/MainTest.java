package io.guidepost.devices.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The devices' command line as a program of its own, against simulators in another one. */
class MainTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What a program said and how it ended. */
    private record Ended(int status, String said) {}

    private final List<Process> programs = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @AfterEach
    void end() {
        programs.forEach(Process::destroyForcibly);
    }

    @Test
    void simulatorsAreListedTestedAndEndedCleanly() throws Exception {
        Path file = directory.resolve("simulated.conf");
        Process simulators =
                program(file, "simulators", "--directory", directory.resolve("sim").toString());
        await().atMost(SOON).until(() -> Files.readString(file).contains("Ctrl-C"));

        assertThat(said(0, run("list", "--file", file.toString())))
                .contains(
                        "Scanner (scanner): works",
                        "Scanner (hid-scanner): works",
                        "Scanner (camera): works",
                        "Printer (printer): works",
                        "Card terminal (terminal): works",
                        "Lamp (lamp): works",
                        "Presence sensor (presence): works");
        assertThat(said(0, run("test", "printer", "--file", file.toString())))
                .contains("receipt is on the paper");
        assertThat(said(0, run("test", "terminal", "--file", file.toString())))
                .contains("No money was moved");

        Path seen = directory.resolve("seen");
        Process scanning =
                program(seen, "test", "scanner", "--file", file.toString(), "--seconds", "5");
        await().atMost(SOON).until(() -> Files.readString(seen).contains("Scan something"));
        simulators.getOutputStream().write("4006381333931\n".getBytes(StandardCharsets.US_ASCII));
        simulators.getOutputStream().flush();
        assertThat(said(0, ended(scanning, seen))).contains("Scanner (scanner): 4006381333931");

        simulators.destroy();
        assertThat(simulators.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("sim").resolve("scanner")).doesNotExist();
        assertThat(directory.resolve("sim").resolve("hid")).doesNotExist();
        Path printer = directory.resolve("printer.conf");
        Files.write(
                printer,
                Files.readAllLines(file).stream()
                        .filter(l -> l.startsWith("device.printer."))
                        .toList());
        assertThat(said(1, run("list", "--file", printer.toString())))
                .contains("Printer (printer): not connected");
    }

    @Test
    void watchTellsEachChangeAndWhatWasCounted() throws Exception {
        Path file = directory.resolve("devices.conf");
        Files.writeString(
                file,
                """
                kiosk=k-1
                device.printer.driver=printer.escpos
                device.printer.line=tcp:127.0.0.1:1
                """);
        assertThat(said(0, run("watch", "--file", file.toString(), "--seconds", "2")))
                .contains("Printer (printer): is being connected")
                .contains("Printer (printer): not connected")
                .containsPattern("retries [1-9]");
    }

    @Test
    void helpHelpsAndMistakesAreNamed() throws Exception {
        assertThat(said(0, run("help"))).contains("simulators", "list  ", "watch");
        assertThat(run("lst").status()).isEqualTo(2);
        assertThat(run("list", "--file", "no-such-file"))
                .isEqualTo(new Ended(2, "The file no-such-file cannot be read: there is none.\n"));
        Path file = directory.resolve("bad.conf");
        Files.writeString(
                file, "device.printer.driver=printer.escpos\ndevice.printer.line=printer\n");
        assertThat(run("test", "printer", "--file", file.toString()))
                .isEqualTo(
                        new Ended(
                                2,
                                "In "
                                        + file
                                        + ":\n"
                                        + "device.printer.line must be tcp:HOST:PORT or file:/dev/…"
                                        + " or tty:/dev/… or tty:/dev/…@BAUD, not \"printer\"\n"));
    }

    @Test
    void withoutAFileSimulatorsAreTriedAndHandled() throws Exception {
        assertThat(said(0, run("test", "all")))
                .contains(
                        "simulators, which this command starts for itself",
                        "4006381333931",
                        "4012345678901",
                        "https://guidepost.example/test",
                        "receipt is on the paper",
                        "No money was moved",
                        "Somebody is there.");
        assertThat(run("test", "horn").said()).contains("no \"horn\" here; there are camera");
    }

    @Test
    void everyDriverIsExplained() throws Exception {
        assertThat(said(0, run("drivers"))).contains("scanner.serial", "printer.escpos");
        assertThat(said(0, run("drivers", "printer.escpos")))
                .contains("device.MYNAME.driver=printer.escpos", "#device.MYNAME.dots=576");
        assertThat(run("drivers", "printer.laser").status()).isEqualTo(2);
    }

    @Test
    void theLauncherStartsThisClass() throws Exception {
        assertThat(Files.readString(Path.of("..", "guidepost")))
                .contains("run kiosk-app " + Main.class.getName() + " ");
    }

    /** What it said, when it ended like this. */
    private static String said(int status, Ended program) {
        assertThat(program.status()).as(program.said()).isEqualTo(status);
        return program.said();
    }

    private Ended run(String... arguments) throws Exception {
        Path said = Files.createTempFile(directory, "said", ".txt");
        return ended(program(said, arguments), said);
    }

    private static Ended ended(Process program, Path said) throws Exception {
        assertThat(program.waitFor(40, TimeUnit.SECONDS)).isTrue();
        return new Ended(program.exitValue(), Files.readString(said));
    }

    private Process program(Path said, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process program =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        programs.add(program);
        return program;
    }
}
