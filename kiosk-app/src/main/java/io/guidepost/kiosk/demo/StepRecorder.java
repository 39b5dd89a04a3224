package io.guidepost.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tour's steps one after the other; a step that fails does not keep the next from running.
 */
final class StepRecorder {
    private final Path pictures;
    private final Progress progress;
    private final List<TourStep> steps = new ArrayList<>();

    /** What a step does; it throws where it does not see what it should. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Takes a picture as PNG. */
    @FunctionalInterface
    interface Camera {
        byte[] take() throws IOException;
    }

    StepRecorder(Path folder, Progress progress) {
        this.pictures = folder.resolve("pictures");
        this.progress = progress;
        try {
            Files.createDirectories(pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<TourStep> steps() {
        return List.copyOf(steps);
    }

    /**
     * Runs a step.
     *
     * @param camera what to take a picture of afterwards, also of a failure
     */
    boolean step(String name, String title, Camera camera, Action action) {
        return timed(name, title, camera, Optional.empty(), action);
    }

    /**
     * Runs a step that was promised to take no longer than a time.
     *
     * @param prepare what comes before and does not count
     */
    boolean step(
            String name, String title, Camera camera, Duration due, Action prepare, Action action) {
        Optional<String> unprepared = attempt(prepare);
        return unprepared.isEmpty()
                ? timed(name, title, camera, Optional.of(due.toMillis()), action)
                : record(name, title, camera, 0, Optional.of(due.toMillis()), unprepared);
    }

    private boolean timed(
            String name, String title, Camera camera, Optional<Long> due, Action action) {
        long begin = System.nanoTime();
        Optional<String> reason = attempt(action);
        return record(name, title, camera, (System.nanoTime() - begin) / 1_000_000, due, reason);
    }

    private boolean record(
            String name,
            String title,
            Camera camera,
            long milliseconds,
            Optional<Long> due,
            Optional<String> reason) {
        Optional<String> picture = picture(name, camera);
        TourStep step =
                new TourStep(name, title, reason.isEmpty(), milliseconds, due, picture, reason);
        steps.add(step);
        progress.say(
                "%s %-22s %6d ms  %s%s"
                        .formatted(
                                step.ok() ? step.late() ? "late" : "ok  " : "FAIL",
                                name,
                                milliseconds,
                                title,
                                reason.map(r -> "\n" + r.indent(12).stripTrailing()).orElse("")));
        return step.ok();
    }

    private static Optional<String> attempt(Action action) {
        try {
            action.run();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(
                    e instanceof DemoException || e instanceof ChildDied
                            ? String.valueOf(e.getMessage())
                            : e.toString());
        }
    }

    private Optional<String> picture(String name, Camera camera) {
        String file = "%02d-%s.png".formatted(steps.size() + 1, name);
        try {
            byte[] png = camera.take();
            if (png.length == 0) {
                return Optional.empty();
            }
            Files.write(pictures.resolve(file), png);
            return Optional.of(file);
        } catch (IOException | RuntimeException e) {
            progress.say("     no picture of " + name + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
