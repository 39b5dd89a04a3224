package io.guidepost.devices.display;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a small program to its end. */
final class Tool {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Less than what a pipe takes without a reader. */
    private static final int MOST_BYTES = 60_000;

    private Tool() {}

    /**
     * What it says.
     *
     * @throws IOException where it cannot be started, does not end in five seconds, or fails; the
     *     message tells what it said
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String name = command.getFirst();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " did not end within " + LIMIT.toSeconds() + " s");
            }
            String said =
                    new String(
                            process.getInputStream().readNBytes(MOST_BYTES),
                            StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                String line = said.strip().lines().findFirst().orElse("nothing");
                throw new IOException(name + " says: " + line);
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
