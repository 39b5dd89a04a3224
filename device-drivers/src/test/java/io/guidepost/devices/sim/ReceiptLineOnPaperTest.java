package io.guidepost.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.sim.PrinterSimulator.Printout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What receiptline sends, on our emulator's paper. Skipped where node or the package is absent;
 * {@code npm ci --prefix .ci/node} installs it.
 */
class ReceiptLineOnPaperTest {
    private static final String LINK = "https://guidepost.example/v/7Q2M-4KXT";
    private static final String RECEIPT =
            """
            ^^^Guidepost

            2026-03-08 10:20 | #0042
            {border:line; width:20,12}
            ---
            Haircut | 24.90
            _Underlined_ | "Bold"
            `Inverse` | 1.00
            ---
            ^TOTAL | ^25.90
            {border:none; width:auto}

            {code:https://guidepost.example/v/7Q2M-4KXT; option:qrcode,5,M}

            {code:4006381333931; option:ean,3,80,hri}
            """;
    private static final String SCRIPT =
            """
            const receiptline = require(process.argv[2]);
            const fs = require('fs');
            const text = fs.readFileSync(process.argv[3], 'utf8');
            const printer = JSON.parse(process.argv[4]);
            process.stdout.write(Buffer.from(receiptline.transform(text, printer), 'binary'));
            """;

    @TempDir Path directory;

    @Test
    void aReceipt() throws Exception {
        for (String command : List.of("escpos", "epson", "generic", "citizen", "sii")) {
            byte[] bytes = transformed(RECEIPT, command, "multilingual");
            try (Bench bench = new Bench()) {
                Printout paper = bench.print(bytes, 1).getFirst();
                Bench.keep("receiptline " + command, paper.picture());
                assertThat(paper.text())
                        .as(command)
                        .contains("Guidepost", "Haircut", "24.90", "Underlined", "25.90");
                assertThat(Bench.codes(paper.picture()))
                        .as(command)
                        .containsExactlyInAnyOrder(LINK, "4006381333931");
                assertThat(bench.printer.unknownCommands()).as(command).isEmpty();
            }
        }
    }

    @Test
    void manyLetters() throws Exception {
        String text = "Größe 5 € Łódź Привет";
        try (Bench bench = new Bench()) {
            Printout paper = bench.print(transformed(text, "escpos", "multilingual"), 1).getFirst();
            Bench.keep("receiptline letters", paper.picture());
            assertThat(paper.text()).contains("Größe 5 € Łódź Привет");
        }
    }

    @Test
    void chinese() throws Exception {
        try (Bench bench = new Bench()) {
            Printout paper = bench.print(transformed("欢迎光临", "escpos", "gb18030"), 1).getFirst();
            Bench.keep("receiptline chinese", paper.picture());
            assertThat(paper.text()).contains("欢迎光临");
        }
    }

    @Test
    void upsideDown() throws Exception {
        try (Bench bench = new Bench()) {
            byte[] bytes = run(RECEIPT, "{\"command\":\"escpos\",\"cpl\":48,\"upsideDown\":true}");
            Printout paper = bench.print(bytes, 1).getFirst();
            Bench.keep("receiptline upside down", paper.picture());
            assertThat(Bench.codes(paper.picture())).contains(LINK);
            assertThat(paper.text().indexOf("25.90")).isLessThan(paper.text().indexOf("24.90"));
        }
    }

    private byte[] transformed(String text, String command, String encoding) throws Exception {
        return run(
                text,
                "{\"command\":\""
                        + command
                        + "\",\"encoding\":\""
                        + encoding
                        + "\",\"cpl\":48,\"cutting\":true}");
    }

    private byte[] run(String text, String printer) throws Exception {
        Path module = repository().resolve(".ci/node/node_modules/receiptline");
        assumeTrue(Files.isDirectory(module), "receiptline is absent: npm ci --prefix .ci/node");
        Path script = Files.writeString(directory.resolve("transform.cjs"), SCRIPT);
        Path receipt = Files.writeString(directory.resolve("receipt.txt"), text);
        Process node;
        try {
            node =
                    new ProcessBuilder(
                                    "node",
                                    script.toString(),
                                    module.toString(),
                                    receipt.toString(),
                                    printer)
                            .redirectError(directory.resolve("errors").toFile())
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "node is absent: " + e.getMessage());
            throw e;
        }
        byte[] bytes = node.getInputStream().readAllBytes();
        assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue())
                .as(Files.readString(directory.resolve("errors"), StandardCharsets.UTF_8))
                .isZero();
        return bytes;
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }
}
