package io.guidepost.kiosk.app;

import io.guidepost.devices.watchdog.Feeder;
import io.guidepost.devices.watchdog.ServiceManager;
import io.guidepost.kiosk.campaign.ui.AttractView;
import io.guidepost.kiosk.campaign.ui.AttractViewModel;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.remote.RemoteScreen;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.PanelFrame;
import io.guidepost.kiosk.ui.Photos;
import io.guidepost.kiosk.ui.Settings;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root of the whole kiosk. The attract loop comes onto the glass first, with plain
 * nodes alone; store, devices, link and the other screens come up behind it.
 */
final class KioskGraph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KioskGraph.class);

    private final KioskConfig config;
    private final Clock clock;
    private final UiExecutor ui = UiExecutor.javafx();
    private final ServiceManager manager = ServiceManager.of(System.getenv());
    private final LatePhotos photos = new LatePhotos();
    private final FirstFrame firstFrame = new FirstFrame();
    private final CountDownLatch drawn = new CountDownLatch(1);
    private final Panel panel;
    private @Nullable KioskCore core;
    private @Nullable KioskScreens screens;
    private @Nullable RemoteScreen remote;
    private @Nullable Feeder feeder;

    /** What is on the glass before anything else is there. */
    private record Front(
            Settings settings, Shell shell, AttractViewModel attract, PanelFrame frame) {}

    KioskGraph(KioskConfig config, Clock clock) {
        this.config = config;
        this.clock = clock.withZone(config.place().zone());
        KioskConfig.Display display = config.display();
        this.panel = new Panel(display.width(), display.height(), display.pixelsPerMm());
    }

    /**
     * Draws the first frame and builds the rest behind it. Returns when everything runs.
     *
     * @param closed is run when somebody closes the window
     * @throws io.guidepost.kiosk.store.StoreException where the disk cannot be used
     */
    void start(Runnable closed) throws InterruptedException {
        java.util.concurrent.CompletableFuture<Front> front =
                new java.util.concurrent.CompletableFuture<>();
        UiExecutor.start(
                () -> {
                    try {
                        front.complete(draw(closed));
                    } catch (RuntimeException | Error e) {
                        front.completeExceptionally(e);
                    }
                });
        Front shown = front.join();
        // The first frame has the processor for itself.
        if (!drawn.await(20, TimeUnit.SECONDS)) {
            LOG.warn("no frame was drawn within 20 s");
        }
        KioskCore opened = KioskCore.open(config, clock);
        core = opened;
        photos.from(opened.services().pictures());
        CountDownLatch furnished = new CountDownLatch(1);
        ui.execute(
                () -> {
                    try {
                        furnish(shown, opened.services());
                    } finally {
                        furnished.countDown();
                    }
                });
        if (!furnished.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the screens were not built within 20 s");
        }
        opened.start();
        Feeder feeding = opened.feeder(manager, ui::execute);
        feeder = feeding;
        feeding.start();
        KioskScreens running = screens;
        if (running != null && config.display().remotePort().isPresent()) {
            RemoteScreen serving =
                    RemoteScreen.start(
                            new RemoteScreen.Source(
                                    panel, shown.frame(), running.screen(), firstFrame.taken()),
                            config.display().remotePort().get(),
                            config.display().remoteToken(),
                            ui);
            remote = serving;
            LOG.info("remote screen on http://127.0.0.1:{}/", serving.port());
        }
        manager.ready();
    }

    private Front draw(Runnable closed) {
        Settings settings = new Settings(Lang.of(config.display().language().getLanguage()));
        Shell shell =
                new Shell(
                        new Theme(panel),
                        settings,
                        new Photos(photos, ui),
                        config.place().zone(),
                        ui);
        AttractViewModel attract = new AttractViewModel(clock);
        shell.attractWith(new AttractView(shell.ui(), attract).node());
        PanelFrame frame = new PanelFrame(panel, shell.glass());
        Stage stage = new Stage();
        stage.setTitle("Guidepost");
        show(stage, frame);
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    closed.run();
                });
        stage.show();
        firstFrame.watch(this::drawnFirst);
        return new Front(settings, shell, attract, frame);
    }

    private void show(Stage stage, PanelFrame frame) {
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        if (config.display().fullScreen()) {
            stage.initStyle(StageStyle.UNDECORATED);
            Scene scene = new Scene(frame, room.getWidth(), room.getHeight());
            scene.setCursor(Cursor.NONE);
            stage.setScene(scene);
            stage.setX(room.getMinX());
            stage.setY(room.getMinY());
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(javafx.scene.input.KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
            return;
        }
        double fit = PanelFrame.fit(panel, room.getWidth(), room.getHeight() * 0.96);
        stage.setScene(new Scene(frame, panel.width() * fit, panel.height() * fit));
    }

    private void drawnFirst() {
        Optional<Duration> taken = firstFrame.taken().get();
        taken.ifPresent(
                time -> {
                    LOG.info("first frame {} ms after the start of the process", time.toMillis());
                    Thread.ofVirtual().name("first-frame").start(() -> write(time));
                });
        drawn.countDown();
    }

    private void write(Duration time) {
        Path file = config.data().resolve("first-frame.json");
        try {
            Files.createDirectories(config.data());
            Files.writeString(file, "{\"millis\":" + time.toMillis() + "}\n");
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", file, e.toString());
        }
    }

    private void furnish(Front front, KioskServices services) {
        front.shell().furnish();
        KioskScreens all =
                new KioskScreens(services, front.shell(), front.settings(), front.attract(), ui);
        screens = all;
        all.start();
    }

    @Override
    public void close() {
        manager.stopping();
        if (remote != null) {
            Steps.run("remote screen", Duration.ofSeconds(5), remote::close);
        }
        if (core != null) {
            core.close();
        }
        if (screens != null) {
            screens.close();
        }
        // The machine's watchdog is fed until it has been let go with the other devices.
        if (feeder != null) {
            feeder.close();
        }
        manager.close();
    }
}
