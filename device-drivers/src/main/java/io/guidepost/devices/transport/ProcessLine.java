package io.guidepost.devices.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own whose standard output is read, such as {@code rpicam-vid}. It ends with the
 * line: asked first, then killed, with what it started. A program that writes more than is read is
 * held up; what it says on its standard error is dropped.
 */
public final class ProcessLine implements ByteLine {
    private static final int PIECE = 64 * 1024;
    private static final int MOST_PIECES = 64;
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Process process;
    private final String program;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
    private final Thread reader;
    private volatile boolean closed;
    private volatile boolean ended;
    private byte @Nullable [] rest;

    private ProcessLine(Process process, String program) {
        this.process = process;
        this.program = program;
        this.reader =
                Thread.ofPlatform().name(program + "-output").daemon(true).unstarted(this::pump);
    }

    /**
     * Starts the program at each opening.
     *
     * @param command the program, a path or a name on the {@code PATH}, and its arguments; no shell
     *     reads them
     */
    public static LineOpener to(List<String> command) {
        List<String> words = List.copyOf(command);
        return () -> {
            Process process =
                    new ProcessBuilder(words)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            ProcessLine line = new ProcessLine(process, words.getFirst());
            line.reader.start();
            return line;
        };
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        if (closed) {
            throw new IOException(program + " was closed");
        }
        byte[] piece = rest;
        if (piece == null) {
            piece = next(limit);
        }
        if (piece == null) {
            return 0;
        }
        int count = Math.min(into.length, piece.length);
        System.arraycopy(piece, 0, into, 0, count);
        rest = count == piece.length ? null : Arrays.copyOfRange(piece, count, piece.length);
        return count;
    }

    private byte @Nullable [] next(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            if (closed) {
                throw new IOException(program + " was closed");
            }
            try {
                // In short waits, so that its end and the line's are seen soon.
                byte[] piece = pieces.poll(20, TimeUnit.MILLISECONDS);
                if (piece != null) {
                    return piece;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            if (ended && pieces.isEmpty()) {
                throw new EOFException(program + " has ended" + status());
            }
            if (System.nanoTime() - end > 0) {
                return null;
            }
        }
    }

    private String status() {
        return process.isAlive() ? "" : " with status " + process.exitValue();
    }

    /** Goes to the program's standard input. */
    @Override
    public void write(byte[] bytes) throws IOException {
        process.getOutputStream().write(bytes);
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
        reader.interrupt();
    }

    private void pump() {
        byte[] buffer = new byte[PIECE];
        try (InputStream out = process.getInputStream()) {
            int count = out.read(buffer);
            while (count >= 0 && !closed) {
                pieces.put(Arrays.copyOf(buffer, count));
                count = out.read(buffer);
            }
        } catch (IOException _) {
            // The program's end; the reader of the line is told below.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }
}
