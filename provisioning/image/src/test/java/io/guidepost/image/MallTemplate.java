package io.guidepost.image;

import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.Progress;
import io.guidepost.kiosk.demo.Rig;
import io.guidepost.kiosk.demo.RigPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A backend's data folder with the sample mall in it, made once for all tests of this run by the
 * backend itself: drawing the mall's pictures takes longer than most tests.
 */
final class MallTemplate {
    private static final Path FOLDER = Path.of("target/mall-template");
    private static boolean made;

    private MallTemplate() {}

    /** Copies it; the backend that starts there finds its catalogue filled. */
    static synchronized void copyTo(Path target) {
        if (!made) {
            delete(FOLDER);
            try (Rig rig =
                    new Rig(
                            Installation.find(),
                            RigPlan.unattended(FOLDER.toAbsolutePath()),
                            Progress.silent())) {
                rig.startBackend();
            }
            made = true;
        }
        copy(FOLDER.resolve("backend"), target);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
