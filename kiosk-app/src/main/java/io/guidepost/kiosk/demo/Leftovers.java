package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Notes which processes were started, so that the next run can end those that a killed run left
 * behind. A process counts as the same only with the same number and the same time of birth.
 */
final class Leftovers {
    private final Path file;

    Leftovers(Path file) {
        this.file = file;
    }

    /** Notes a process that was started. */
    synchronized void note(long pid) {
        birth(pid).ifPresent(birth -> append(pid + " " + birth.toEpochMilli() + "\n"));
    }

    /** All of them have been stopped in the orderly way. */
    synchronized void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends those that still run. */
    synchronized void end() {
        for (String line : lines()) {
            int space = line.indexOf(' ');
            long pid = Long.parseLong(line.substring(0, space));
            long born = Long.parseLong(line.substring(space + 1));
            if (birth(pid).filter(b -> b.toEpochMilli() == born).isPresent()) {
                ProcessHandle.of(pid).ifPresent(Leftovers::end);
            }
        }
        forget();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!gone(process, Duration.ofSeconds(5))) {
            process.destroyForcibly();
            gone(process, Duration.ofSeconds(2));
        }
    }

    private static boolean gone(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Instant> birth(long pid) {
        return ProcessHandle.of(pid).flatMap(p -> p.info().startInstant());
    }

    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(l -> l.matches("\\d{1,18} \\d{1,18}"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
