package io.guidepost.kiosk.demo;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One of our programs as a process of its own, its output in a log file. It stands in a session of
 * its own where the system can do that, so that Ctrl-C in the terminal reaches only us and the
 * order of stopping stays ours. Thread-safe.
 */
public final class Child implements AutoCloseable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int TAIL_BYTES = 8_192;

    private final String name;
    private final Process process;
    private final Path log;
    private volatile boolean stopping;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param environment added to ours
     * @param log is appended to
     */
    public static Child start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new DemoException("The " + name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Completes with a readable report when it ends without having been told to. */
    public CompletableFuture<String> death() {
        return process.onExit()
                .thenCompose(
                        p ->
                                stopping
                                        ? new CompletableFuture<>()
                                        : CompletableFuture.completedFuture(obituary()));
    }

    /**
     * Checks that it runs.
     *
     * @throws ChildDied with the end of its log
     */
    public void mustBeAlive() {
        if (!alive()) {
            throw new ChildDied(obituary());
        }
    }

    /** How it ended, with the end of its log. */
    public String obituary() {
        return "The "
                + name
                + " ended by itself (exit code "
                + process.exitValue()
                + "). The end of its log, "
                + log
                + ":\n"
                + tail(20).indent(4);
    }

    /** The last lines of its log. */
    public String tail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] end = new byte[TAIL_BYTES];
            int length = Math.max(0, file.read(end));
            List<String> all = new String(end, 0, length, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, as a power cut would: no hook of the program runs. Returns when it is gone. */
    public void kill() {
        stopping = true;
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** SIGSTOP or SIGCONT: the program hangs, or goes on. */
    public void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end (SIGTERM) and makes it end where it takes longer than {@code limit}. */
    public void stop(Duration limit) {
        stopping = true;
        process.destroy();
        if (!await(limit)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            await(Duration.ofSeconds(2));
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }

    private boolean await(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
