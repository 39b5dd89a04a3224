package io.guidepost.kiosk.remote;

import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.ui.PanelFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * Touches the glass through the toolkit's robot: the same events as a finger's. One gesture at a
 * time.
 */
final class Finger {
    private static final long LIMIT_SECONDS = 10;
    private static final int STEPS = 8;
    private static final long STEP_MILLIS = 16;

    /** Held still this long before it leaves the glass, so that the page does not coast. */
    private static final long REST_MILLIS = 160;

    private final PanelFrame frame;
    private final UiExecutor ui;

    Finger(PanelFrame frame, UiExecutor ui) {
        this.frame = frame;
        this.ui = ui;
    }

    /** Runs on the screen's thread and waits for it, ten seconds at most. */
    <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        ui.execute(
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        try {
            return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen was at work", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the screen did not answer", e);
        }
    }

    /** Touches a point of the panel and lets go. */
    synchronized void touch(double x, double y) {
        onScreen(
                () -> {
                    Robot robot = new Robot();
                    robot.mouseMove(at(x, y));
                    robot.mousePress(MouseButton.PRIMARY);
                    robot.mouseRelease(MouseButton.PRIMARY);
                    return true;
                });
    }

    /** Moves over the glass from one point of the panel to another. */
    synchronized void swipe(double x, double fromY, double toY) {
        Robot robot = onScreen(Robot::new);
        onScreen(
                () -> {
                    robot.mouseMove(at(x, fromY));
                    robot.mousePress(MouseButton.PRIMARY);
                    return true;
                });
        for (int i = 1; i <= STEPS; i++) {
            double y = fromY + (toY - fromY) * i / STEPS;
            rest(STEP_MILLIS);
            onScreen(
                    () -> {
                        robot.mouseMove(at(x, y));
                        return true;
                    });
        }
        rest(REST_MILLIS);
        onScreen(
                () -> {
                    robot.mouseRelease(MouseButton.PRIMARY);
                    return true;
                });
    }

    private Point2D at(double x, double y) {
        return frame.toScreen(x, y);
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a gesture", e);
        }
    }
}
