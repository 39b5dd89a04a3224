package io.guidepost.contract.code;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * bwip-js, which prints barcodes and refuses what must not be printed: one node process for many
 * questions. Tests that need it are skipped where node or the package is absent.
 */
final class BwipOracle implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final Path script;
    private final Process node;

    private BwipOracle(Path script, Process node) {
        this.script = script;
        this.node = node;
    }

    static BwipOracle start() throws IOException {
        Path bwip = repository().resolve(".ci/node/node_modules/bwip-js");
        assumeTrue(Files.isDirectory(bwip), "bwip-js is absent: npm ci --prefix .ci/node");
        Path script = Files.createTempFile("bwip-oracle", ".cjs");
        try (InputStream in = BwipOracle.class.getResourceAsStream("bwip-oracle.cjs")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
            return new BwipOracle(
                    script,
                    new ProcessBuilder("node", script.toString(), bwip.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            Files.delete(script);
            assumeTrue(false, "node is absent: " + e.getMessage());
            throw e;
        }
    }

    /** bwip-js's answers in order: {@code +}, or {@code -} and why not. */
    List<String> ask(String symbology, List<String> texts) throws Exception {
        CompletableFuture<List<String>> answers =
                CompletableFuture.supplyAsync(() -> read(texts.size()));
        BufferedWriter out = node.outputWriter(StandardCharsets.UTF_8);
        for (String text : texts) {
            out.write(symbology + "\t" + text + "\n");
        }
        out.flush();
        return answers.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private List<String> read(int count) {
        BufferedReader in = node.inputReader(StandardCharsets.UTF_8);
        List<String> answers = new ArrayList<>();
        try {
            while (answers.size() < count) {
                answers.add(Objects.requireNonNull(in.readLine(), "node has ended"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        node.destroyForcibly();
        Files.delete(script);
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }
}
