package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./guidepost} as somebody types it. Its own shell code runs; Maven, Java and the system's
 * tools are scripts that tell how they were called.
 */
class LauncherIT {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir Path dir;
    private Path home = Path.of("");
    private Path tools = Path.of("");
    private Path jdk = Path.of("");

    private record Result(int exit, String output) {}

    @BeforeEach
    void checkout() throws IOException {
        home = dir.resolve("a check out");
        tools = Files.createDirectories(dir.resolve("tools"));
        jdk = dir.resolve("jdk");
        Files.createDirectories(home.resolve(".mvn"));
        Files.copy(CHECKOUT.resolve("guidepost"), home.resolve("guidepost"));
        Files.copy(CHECKOUT.resolve(".mvn/jdk25.sh"), home.resolve(".mvn/jdk25.sh"));
        Files.writeString(home.resolve("pom.xml"), "<project>\n  <version>1.2</version>\n");
        for (String module : List.of("device-drivers", "kiosk-app")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "");
        }
        for (String module : List.of("contract", "backend")) {
            Files.createDirectories(
                    home.resolve("provisioning").resolve(module).resolve("src/main"));
            Files.writeString(home.resolve("provisioning").resolve(module).resolve("pom.xml"), "");
        }
        script(
                home.resolve("mvnw"),
                """
                echo "[INFO] Building Guidepost: device drivers 1.2   [2/6]"
                mkdir -p kiosk-app/target/lib provisioning/backend/target/lib
                touch kiosk-app/target/kiosk-app-1.2.jar provisioning/backend/target/backend-1.2.jar
                """);
        script(jdk.resolve("bin/javac"), "");
        script(
                jdk.resolve("bin/java"),
                """
                for word in "$@"; do
                  case $word in
                    -XX:AOTCacheOutput=*) touch "${word#*=}"; exit 0 ;;
                  esac
                done
                echo "IN $PWD"
                for word in "$@"; do echo "WORD $word"; done
                """);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        libraries("freetype.so.6 fontconfig.so.1 pango-1.0.so.0 pangoft2-1.0.so.0");
        script(tools.resolve("id"), "echo 0");
    }

    @Test
    void programsStartWhereTheCallerIsAlsoOnceEverythingIsBuilt() throws Exception {
        for (int i = 0; i < 2; i++) {
            Result result = guidepost("tour", "--out", "here");
            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(result.output())
                    .contains("IN " + dir.toRealPath() + "\n", "WORD --out\nWORD here\n");
        }
    }

    @Test
    void buildsOnceAndTellsOfIt() throws Exception {
        assertThat(guidepost("backend", "help").output())
                .contains("Building Guidepost", "device drivers", "built");
        assertThat(guidepost("backend", "help").output()).doesNotContain("Building");
        Files.writeString(home.resolve("kiosk-app/src/main/New.java"), "");
        Path removed = home.resolve("provisioning/backend/target/classes/Removed.class");
        Files.createDirectories(removed.getParent());
        Files.writeString(removed, "");
        assertThat(guidepost("backend", "help").output()).contains("Building Guidepost");
        assertThat(removed).as("of a file that is not there any more").doesNotExist();
    }

    @Test
    void aBuildThatFailsSaysWhyAndStartsNothing() throws Exception {
        script(home.resolve("mvnw"), "echo '[ERROR] Some.java:[1,2] no such thing'; exit 1");
        Result result = guidepost("demo");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("no such thing", "the build failed; the whole log:")
                .doesNotContain("WORD");
    }

    @Test
    void aBuildLeftUnfinishedByAKillHoldsNobodyUp() throws Exception {
        Files.createDirectories(home.resolve("target/launcher/lock"));
        assertThat(guidepost("backend", "help").exit()).isZero();
    }

    @Test
    void installsWhatIsMissingAfterAskingForTheNewestLists() throws Exception {
        libraries("freetype.so.6 fontconfig.so.1");
        script(tools.resolve("apt-get"), "echo \"$@\" >>\"" + dir.resolve("apt.txt") + "\"");
        assertThat(guidepost("tour").exit()).isZero();
        assertThat(Files.readAllLines(dir.resolve("apt.txt")))
                .containsExactly(
                        "-q update",
                        "-q install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0");
    }

    @Test
    void saysTheLineToTypeWhereItMayNotInstall() throws Exception {
        libraries("");
        script(tools.resolve("id"), "echo 1000");
        script(tools.resolve("apt-get"), "echo called >\"" + dir.resolve("apt.txt") + "\"");
        Result result = guidepost("tour");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains(
                        "As root, type:  apt-get update && apt-get install -y"
                                + " --no-install-recommends libfreetype6");
        assertThat(dir.resolve("apt.txt")).doesNotExist();
    }

    @Test
    void everyProgramItNamesExists() throws Exception {
        Matcher named =
                Pattern.compile("^ +run \\S+ (io\\.guidepost\\.\\S+)", Pattern.MULTILINE)
                        .matcher(Files.readString(CHECKOUT.resolve("guidepost")));
        int count = 0;
        while (named.find()) {
            String name = named.group(1);
            assertThat(
                            Files.exists(classFile("kiosk-app", name))
                                    || Files.exists(classFile("device-drivers", name))
                                    || Files.exists(classFile("provisioning/backend", name)))
                    .as(name)
                    .isTrue();
            count++;
        }
        assertThat(count).isGreaterThan(4);
    }

    @Test
    void anUnknownCommandShowsTheHelp() throws Exception {
        Result result = guidepost("dmeo");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.output()).contains("there is no command \"dmeo\"", "./guidepost demo");
        assertThat(guidepost("version").output()).startsWith("Guidepost 1.2");
    }

    private static Path classFile(String module, String name) {
        return CHECKOUT.resolve(module)
                .resolve("target/classes")
                .resolve(name.replace('.', '/') + ".class");
    }

    private Result guidepost(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("guidepost").toString());
        command.addAll(List.of(arguments));
        Path out = dir.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(dir.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("did not end: " + Files.readString(out));
        }
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    private void libraries(String names) throws IOException {
        script(
                tools.resolve("ldconfig"),
                "for name in " + names + "; do printf '\\tlib%s (libc6) => x\\n' $name; done");
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
