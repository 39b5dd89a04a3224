package io.guidepost.devices.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a peer's program to its end. */
final class PeerProcess {
    private static final long LIMIT_MINUTES = 30;

    private PeerProcess() {}

    /** Whether a program of this name is on the path. */
    static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * What the program printed.
     *
     * @throws IOException when it prints nothing and fails, or does not end
     */
    static String run(List<String> command, Path scratch) throws IOException, InterruptedException {
        Path out = scratch.resolve("peer.out");
        Path problems = scratch.resolve("peer.err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(problems.toFile())
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command.getFirst() + " did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        if (printed.isEmpty() && process.exitValue() != 0) {
            String said = new String(Files.readAllBytes(problems), StandardCharsets.UTF_8);
            throw new IOException(
                    command.getFirst() + " failed: " + said.lines().limit(3).toList());
        }
        return printed;
    }
}
