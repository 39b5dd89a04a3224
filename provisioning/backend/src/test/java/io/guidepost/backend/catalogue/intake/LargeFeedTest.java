package io.guidepost.backend.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large feed goes through the program itself, in a process with little memory. */
class LargeFeedTest {
    private static final int LINES = 100_000;

    @TempDir Path folder;

    @Test
    void aHundredThousandLinesPassThroughASmallHeap() throws Exception {
        Path merchants = folder.resolve("merchants.json");
        Files.writeString(
                merchants,
                "{\"merchants\":[{\"id\":\"shop\",\"name\":\"S\",\"region\":\"r\",\"city\":\"C\","
                        + "\"address\":\"A\",\"category\":\"food\"}]}");
        assertThat(backend("import", "merchants", merchants.toString())).contains("imported, 1");
        Path feed = feed();
        long started = System.nanoTime();
        String said = backend("import", "products", feed.toString(), "--merchant", "shop");
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        assertThat(said).contains("imported, 100000 lines good, 0 broken");
        assertThat(seconds).as("seconds").isLessThan(90);
    }

    private Path feed() throws IOException {
        Path feed = folder.resolve("large.tsv");
        try (BufferedWriter out = Files.newBufferedWriter(feed)) {
            out.write("id\ttitle\tdescription\tprice\tavailability\tquantity\n");
            for (int i = 0; i < LINES; i++) {
                out.write(
                        "p-%06d\tThing number %d\t%s\t%d.99 EUR\tin_stock\t%d\n"
                                .formatted(
                                        i,
                                        i,
                                        "A sentence about it. ".repeat(10),
                                        1 + i % 90,
                                        i % 50));
            }
        }
        return feed;
    }

    private String backend(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
        command.add("io.guidepost.backend.app.Main");
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(process.waitFor(110, TimeUnit.SECONDS)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }
}
