package io.guidepost.kiosk.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the programs lie: a built checkout, named by the system property {@code guidepost.home},
 * which the launcher sets.
 *
 * @param home the checkout
 */
public record Installation(Path home) {

    /**
     * The installation this program belongs to.
     *
     * @throws DemoException where the property is missing or the backend has not been built
     */
    public static Installation find() {
        String home = System.getProperty("guidepost.home");
        if (home == null) {
            throw new DemoException(
                    "The system property guidepost.home must name a built checkout; ./guidepost"
                            + " sets it.");
        }
        Installation installation = new Installation(Path.of(home).toAbsolutePath().normalize());
        installation.backendClassPath();
        installation.kioskClassPath();
        return installation;
    }

    /** The class path of the backend. */
    String backendClassPath() {
        Path target = home.resolve("provisioning/backend/target");
        return ownJar(target, "backend-") + File.pathSeparator + target.resolve("lib/*");
    }

    /**
     * The switches that let a kiosk start with what the JVM learnt at the launcher's rehearsal;
     * none where there was no rehearsal since the last build.
     */
    List<String> kioskCache() {
        Path target = home.resolve("kiosk-app/target");
        Path cache = target.resolve("kiosk.aot");
        try {
            Path jar = ownJar(target, "kiosk-app-");
            return Files.exists(cache)
                            && Files.getLastModifiedTime(cache)
                                            .compareTo(Files.getLastModifiedTime(jar))
                                    >= 0
                    ? List.of("-XX:AOTCache=" + cache)
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of the kiosk. */
    String kioskClassPath() {
        Path target = home.resolve("kiosk-app/target");
        return ownJar(target, "kiosk-app-") + File.pathSeparator + target.resolve("lib/*");
    }

    /** The Java that runs this program, as a command with the switches all our programs need. */
    List<String> java(String... jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-XX:+UseSerialGC");
        command.add("-Dguidepost.home=" + home);
        command.addAll(List.of(jvmArguments));
        return command;
    }

    private static Path ownJar(Path target, String prefix) {
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars =
                        files.filter(f -> f.getFileName().toString().startsWith(prefix))
                                .filter(f -> f.getFileName().toString().endsWith(".jar"))
                                .filter(f -> !f.getFileName().toString().contains("-sources"))
                                .sorted()
                                .toList();
                if (!jars.isEmpty()) {
                    return jars.getFirst();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new DemoException("Not built: there is no " + prefix + "*.jar in " + target + ".");
    }
}
