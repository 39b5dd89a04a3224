package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is shipped whose licence is not listed. */
class LicencesIT {
    private static final Path HOME = Path.of(System.getProperty("guidepost.home"));

    @Test
    void everyShippedJarIsListedWithItsVersion() throws IOException {
        String listed = Files.readString(HOME.resolve("docs/licences.md"));
        List<String> missing = new ArrayList<>();
        for (String lib : List.of("kiosk-app/target/lib", "provisioning/backend/target/lib")) {
            for (String jar : jarsIn(HOME.resolve(lib))) {
                if (!isListed(listed, jar)) {
                    missing.add(jar);
                }
            }
        }
        assertThat(missing)
                .as("jars without a line in docs/licences.md; run .ci/licences")
                .isEmpty();
    }

    private static List<String> jarsIn(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            List<String> jars =
                    files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".jar"))
                            .sorted()
                            .toList();
            assertThat(jars).as("jars in " + lib).isNotEmpty();
            return jars;
        }
    }

    private static boolean isListed(String listed, String jar) {
        String name = jar.substring(0, jar.length() - ".jar".length());
        return ourOwn(name)
                || listed.lines()
                        .filter(line -> line.startsWith("| ") && line.contains(":"))
                        .map(line -> line.split("\\|"))
                        .anyMatch(
                                cells -> {
                                    String artifact = cells[1].strip();
                                    artifact = artifact.substring(artifact.indexOf(':') + 1);
                                    return name.startsWith(artifact + "-" + cells[2].strip());
                                });
    }

    private static boolean ourOwn(String name) {
        return name.startsWith("contract-") || name.startsWith("device-drivers-");
    }
}
