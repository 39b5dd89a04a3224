package io.guidepost.kiosk.screens;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.CodeParser;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.Misread;
import io.guidepost.devices.PrintOutcome;
import io.guidepost.devices.Receipt;
import io.guidepost.devices.Scan;
import io.guidepost.devices.Symbology;
import io.guidepost.kiosk.app.KioskScreens;
import io.guidepost.kiosk.app.KioskServices;
import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.campaign.CampaignService;
import io.guidepost.kiosk.campaign.ui.AttractView;
import io.guidepost.kiosk.campaign.ui.AttractViewModel;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.health.HealthService;
import io.guidepost.kiosk.health.HealthSources;
import io.guidepost.kiosk.member.MemberService;
import io.guidepost.kiosk.payment.PaymentService;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.session.SessionService;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.testing.FxToolkit;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Panel;
import io.guidepost.kiosk.ui.PanelFrame;
import io.guidepost.kiosk.ui.Photo;
import io.guidepost.kiosk.ui.Photos;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Settings;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.Theme;
import io.guidepost.kiosk.voucher.VoucherService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * A whole kiosk on the headless platform, its ports kept in memory; touched by the toolkit's own
 * robot.
 */
final class Rig implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double SCREEN = 1000;

    final SampleShop shop = new SampleShop();
    final HandClock clock = new HandClock(Instant.parse("2026-03-16T09:41:00Z"), ZONE);
    final ShopBackend backend = new ShopBackend(shop, clock);
    final ShopTill till = new ShopTill();
    final ShopCabinet cabinet = new ShopCabinet();
    final BackgroundTasks tasks = new BackgroundTasks();
    final Settings settings;
    final LiveValue<PrintOutcome> paper = new LiveValue<>(new PrintOutcome.Printed());
    final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    final KioskServices services;
    private final Panel panel;
    private final Path pictures;
    private final int discountDays;
    private final Shell shell;
    private final KioskScreens screens;
    private final Stage stage;
    private final PanelFrame frame;

    Rig(Panel panel, Lang lang, Path pictures) {
        this(panel, lang, pictures, 30);
    }

    /**
     * @param discountDays days before a reduction in which the lowest price is looked for
     */
    Rig(Panel panel, Lang lang, Path pictures, int discountDays) {
        FxToolkit.start();
        this.discountDays = discountDays;
        this.panel = panel;
        this.pictures = pictures;
        this.settings = new Settings(lang);
        this.services = services();
        // As KioskCore does.
        services.session().onWipe(services.members()::forget);
        services.session().onWipe(services.staff()::logout);
        services.session().onWipe(services.booking()::release);
        var parts =
                onFx(
                        () -> {
                            UiExecutor ui = UiExecutor.javafx();
                            Photos photos = new Photos(new SamplePhotos(pictures), ui);
                            Shell glass = new Shell(new Theme(panel), settings, photos, ZONE, ui);
                            AttractViewModel attract = new AttractViewModel(clock);
                            glass.attractWith(new AttractView(glass.ui(), attract).node());
                            PanelFrame show = new PanelFrame(panel, glass.glass());
                            Stage window = new Stage();
                            double fit = PanelFrame.fit(panel, SCREEN, SCREEN);
                            window.setScene(
                                    new Scene(show, panel.width() * fit, panel.height() * fit));
                            window.setX(0);
                            window.setY(0);
                            window.show();
                            glass.furnish();
                            KioskScreens all =
                                    new KioskScreens(services, glass, settings, attract, ui);
                            all.start();
                            return new Parts(glass, all, window, show);
                        });
        this.shell = parts.shell();
        this.screens = parts.screens();
        this.stage = parts.stage();
        this.frame = parts.frame();
    }

    private record Parts(Shell shell, KioskScreens screens, Stage stage, PanelFrame frame) {}

    private KioskServices services() {
        Counters counters = new Counters();
        HealthSources sources =
                new HealthSources() {
                    @Override
                    public Map<String, DeviceStatus> devices() {
                        return Map.of();
                    }

                    @Override
                    public int outbox() {
                        return 0;
                    }

                    @Override
                    public long catalogueVersion() {
                        return shop.version();
                    }
                };
        Set<UUID> printed = new HashSet<>();
        BookingService booking = new BookingService(backend, tasks, clock);
        return new KioskServices(
                new CatalogueService(
                        shop,
                        () -> Optional.of(clock.instant()),
                        backend,
                        tasks,
                        new CatalogueService.StoreRules(new RegionId("local"), discountDays),
                        clock),
                new SamplePhotos(pictures)::file,
                new CampaignService(shop, backend, tasks, clock),
                booking,
                new PaymentService(
                        new PaymentService.Parties(backend, till, booking),
                        new PaymentService.Books(new ShopBooks(backend), backend),
                        tasks,
                        PaymentService.Pace.STANDARD,
                        clock),
                new VoucherService(
                        backend,
                        backend,
                        receipt -> {
                            receipts.add(receipt);
                            return CompletableFuture.completedStage(paper.get());
                        },
                        id -> !printed.add(id),
                        tasks,
                        clock),
                new MemberService(backend, backend, tasks, clock),
                new StaffService(backend, backend, tasks, clock),
                cabinet,
                new SessionService(backend, tasks, SessionService.Timing.STANDARD, clock),
                new ScanService(new CodeParser(List.of()), counters),
                new HealthService(sources, backend, tasks, counters),
                backend,
                () -> new LiveValue<>(false),
                signal -> {},
                tasks,
                clock);
    }

    /** What is on the glass. */
    String screen() {
        return screens.screen().get();
    }

    PanelFrame frame() {
        return frame;
    }

    /** Name of what is on the glass. */
    Observable<String> name() {
        return screens.screen();
    }

    void awaitScreen(String name) {
        await().atMost(10, SECONDS).until(() -> screen().equals(name));
        settle();
    }

    /** A scanner reads this. */
    void scan(String data) {
        services.scans()
                .read(
                        new Scan(
                                data,
                                Optional.empty(),
                                Symbology.UNKNOWN,
                                clock.instant(),
                                new DeviceId(DeviceKind.SCANNER, "scanner")));
    }

    /** A scanner read something that is no code, as when its line is disturbed. */
    void misread() {
        services.scans()
                .misread(
                        new Misread(
                                Misread.Reason.NOISE,
                                40,
                                clock.instant(),
                                new DeviceId(DeviceKind.SCANNER, "scanner")));
    }

    /** The camera sees something that it cannot read like this. */
    void hint(FrameHint hint) {
        services.scans().hint(hint);
    }

    /** A finger touches the middle of the node with this id, once it is there. */
    void touch(String id) {
        touch(id, 1);
    }

    /** A hasty finger: all touches before the kiosk can have done anything. */
    void touch(String id, int times) {
        Node node =
                await().atMost(10, SECONDS).until(() -> visible(id), java.util.Objects::nonNull);
        settle();
        reveal(node);
        settle();
        Point2D at =
                onFx(
                        () -> {
                            Bounds bounds = node.localToScreen(node.getLayoutBounds());
                            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                        });
        touchScreen(at, times);
    }

    /** Scrolls until the node can be touched. */
    private static void reveal(Node node) {
        onFx(
                () -> {
                    for (Node up = node.getParent(); up != null; up = up.getParent()) {
                        if (up instanceof ScrollArea area) {
                            Bounds inside =
                                    area.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                            if (inside.getMaxY() > area.getHeight() || inside.getMinY() < 0) {
                                area.scrollTo(
                                        area.offset() + inside.getCenterY() - area.getHeight() / 2);
                            }
                        }
                    }
                    return 0;
                });
    }

    /** A finger touches the panel at this point. */
    void touchPanel(double x, double y) {
        touchScreen(onFx(() -> frame.toScreen(x, y)), 1);
    }

    private void touchScreen(Point2D at, int times) {
        onFx(
                () -> {
                    Robot robot = new Robot();
                    robot.mouseMove(at);
                    for (int i = 0; i < times; i++) {
                        robot.mousePress(MouseButton.PRIMARY);
                        robot.mouseRelease(MouseButton.PRIMARY);
                    }
                    return at;
                });
        settle();
    }

    /** Text of the node with this id, once it is there. */
    String text(String id) {
        Node node =
                await().atMost(10, SECONDS).until(() -> visible(id), java.util.Objects::nonNull);
        return onFx(() -> Texts.of(node));
    }

    void awaitText(String id, String part) {
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> org.assertj.core.api.Assertions.assertThat(text(id)).contains(part));
    }

    @org.jspecify.annotations.Nullable
    Node visible(String id) {
        return onFx(() -> Texts.find(shell.glass(), id).orElse(null));
    }

    /** Waits until layout and pictures have come to rest. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            onFx(
                    () -> {
                        shell.glass().applyCss();
                        shell.glass().layout();
                        return 0;
                    });
            CountDownLatch pulse = new CountDownLatch(1);
            Platform.runLater(pulse::countDown);
            try {
                if (!pulse.await(10, SECONDS)) {
                    throw new IllegalStateException("the screen's thread is stuck");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until the screen that slid in stands still. */
    void rest() {
        await().atMost(10, SECONDS).until(() -> onFx(() -> still(shell.glass(), 2)));
        settle();
    }

    private static boolean still(Node node, int depth) {
        return node.getTranslateX() == 0
                && (depth == 0
                        || !(node instanceof Parent parent)
                        || parent.getChildrenUnmodifiable().stream()
                                .allMatch(child -> still(child, depth - 1)));
    }

    /** The screen as it looks once its photos are there. */
    WritableImage picture() {
        await().atMost(10, SECONDS).until(() -> onFx(() -> photosHere(shell.glass())));
        return onFx(frame::picture);
    }

    private static boolean photosHere(Node node) {
        return !node.isVisible()
                || (node instanceof Photo photo
                        ? !photo.underWay()
                        : !(node instanceof Parent parent)
                                || parent.getChildrenUnmodifiable().stream()
                                        .allMatch(Rig::photosHere));
    }

    Shell shell() {
        return shell;
    }

    Panel panel() {
        return panel;
    }

    /** Time passes. */
    void pass(Duration time) {
        clock.pass(time);
    }

    Clock clock() {
        return clock;
    }

    static <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(20, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        onFx(
                () -> {
                    screens.close();
                    // The headless platform keeps closed windows: leave it nothing to keep.
                    stage.setScene(null);
                    stage.close();
                    return 0;
                });
        tasks.close();
    }
}
