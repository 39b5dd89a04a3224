package io.guidepost.kiosk.app;

import io.guidepost.contract.code.CodeParser;
import io.guidepost.contract.fleet.Birth;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.watchdog.Feeder;
import io.guidepost.devices.watchdog.ServiceManager;
import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.campaign.CampaignService;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.hardware.Hardware;
import io.guidepost.kiosk.health.DeviceTelemetry;
import io.guidepost.kiosk.health.HealthService;
import io.guidepost.kiosk.health.HealthSources;
import io.guidepost.kiosk.link.BackendLink;
import io.guidepost.kiosk.link.LinkSettings;
import io.guidepost.kiosk.member.MemberService;
import io.guidepost.kiosk.payment.PaymentService;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.session.SessionService;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.store.Store;
import io.guidepost.kiosk.voucher.VoucherService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The whole kiosk without screens. {@link #open} reads the disk (some hundred milliseconds, so call
 * it behind the first frame), {@link #start} returns at once whether or not devices and backend are
 * there.
 */
public final class KioskCore implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration TAKEOVER = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final KioskConfig config;
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final Counters counters = new Counters();
    private final Store store;
    private final BackendLink link;
    private final Hardware hardware;
    private final KioskServices services;
    private final DeviceTelemetry telemetry;
    private final List<Subscription> running = new ArrayList<>();
    private Subscription idlePause = () -> {};

    private KioskCore(KioskConfig config, Clock systemClock) {
        this.config = config;
        Clock clock = systemClock.withZone(config.place().zone());
        this.store = Store.open(config.data(), config.place().kiosk(), counters, clock);
        this.link =
                new BackendLink(
                        linkSettings(config),
                        new BackendLink.Stores(store.outbox(), store.updates()),
                        new BackendLink.Engine(tasks, counters, clock));
        ScanService scans = new ScanService(new CodeParser(config.place().labels()), counters);
        this.hardware = new Hardware(config.devices(), scans, clock);
        this.services = services(scans, clock);
        this.telemetry =
                new DeviceTelemetry(
                        new DeviceTelemetry.Ends(
                                hardware.reports(), link.telemetry(), link.connection()),
                        tasks,
                        counters,
                        DeviceTelemetry.Pace.STANDARD,
                        clock);
    }

    /**
     * Builds everything.
     *
     * @throws io.guidepost.kiosk.store.StoreException where another kiosk runs on the data folder,
     *     or the disk cannot be written
     */
    public static KioskCore open(KioskConfig config, Clock clock) {
        return new KioskCore(config, clock);
    }

    private static LinkSettings linkSettings(KioskConfig config) {
        KioskConfig.Place place = config.place();
        KioskConfig.Backend backend = config.backend();
        return new LinkSettings(
                new LinkSettings.Who(
                        place.tenant(),
                        place.kiosk(),
                        place.group(),
                        backend.secret(),
                        backend.key()),
                new LinkSettings.Where(backend.mqtt(), backend.http()),
                new LinkSettings.Pace(
                        backend.keepAlive(),
                        backend.retryFirst(),
                        backend.retryLongest(),
                        TAKEOVER,
                        backend.resendAfter(),
                        ANSWER),
                config.data(),
                version());
    }

    /** Name and version of the application. */
    public static String version() {
        String version = KioskCore.class.getPackage().getImplementationVersion();
        return "guidepost " + (version == null ? "development" : version);
    }

    private KioskServices services(ScanService scans, Clock clock) {
        BookingService booking = new BookingService(link, tasks, clock);
        return new KioskServices(
                new CatalogueService(
                        store.replica(),
                        link.updates(),
                        link,
                        tasks,
                        new CatalogueService.StoreRules(
                                config.place().region(), config.place().discountWindowDays()),
                        clock),
                link.pictures(),
                new CampaignService(store.replica(), store.events(), tasks, clock),
                booking,
                new PaymentService(
                        new PaymentService.Parties(link, hardware.till(), booking),
                        new PaymentService.Books(store.payments(), store.events()),
                        tasks,
                        PaymentService.Pace.STANDARD,
                        clock),
                new VoucherService(
                        link, store.events(), hardware.paper(), store.prints(), tasks, clock),
                new MemberService(link, store.events(), tasks, clock),
                new StaffService(link, store.events(), tasks, clock),
                hardware.cabinet(tasks),
                new SessionService(
                        store.events(),
                        tasks,
                        new SessionService.Timing(config.times().idle(), config.times().warning()),
                        clock),
                scans,
                new HealthService(new Sources(), link, tasks, counters),
                link,
                hardware.visitors(),
                hardware.lamp(),
                tasks,
                clock);
    }

    /** The services; those that need a device or the backend say so while it is away. */
    public KioskServices services() {
        return services;
    }

    /** Starts timers, devices and the link, in this order, each with a time limit. */
    public void start() {
        Steps.run("session", STEP, this::startSession);
        Steps.run("devices", STEP, hardware::start);
        Steps.run("health", STEP, () -> running.add(services.health().start()));
        Steps.run("telemetry", STEP, () -> running.add(telemetry.start()));
        Steps.run("lamp", STEP, () -> running.add(new LampDirector(services)));
        Steps.run("link", STEP, () -> link.start(this::inventory));
        running.add(store.replica().onChange(_ -> link.announce()));
        Steps.run("payments", STEP, services.payments()::recover);
    }

    /**
     * Feeds the watchdogs, once started, while the screen's thread answers and the drivers are
     * looked after.
     *
     * @param screen runs what it is given on the screen's thread
     */
    public Feeder feeder(ServiceManager manager, Executor screen) {
        return hardware.feeder(manager, screen);
    }

    private void startSession() {
        SessionService session = services.session();
        running.add(session.onWipe(services.members()::forget));
        running.add(session.onWipe(services.staff()::logout));
        running.add(session.onWipe(services.booking()::release));
        running.add(services.payments().busy().observe(this::pauseIdle));
        running.add(
                services.scans()
                        .onCode(
                                code -> {
                                    if (ScanService.isSignOfLife(code)) {
                                        session.touch();
                                    }
                                }));
        running.add(session.start());
    }

    private synchronized void pauseIdle(boolean paying) {
        idlePause.close();
        idlePause = paying ? services.session().suspendIdle() : () -> {};
    }

    private Optional<Birth> inventory(UUID bootId) {
        Path data = config.data();
        return Optional.of(
                new Birth(
                        bootId,
                        version(),
                        config.place().group(),
                        hardware.reports().all().stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                DeviceReport::name,
                                                report -> report.status().state().name())),
                        store.replica().version(),
                        store.outbox().size(),
                        data.toFile().getUsableSpace()));
    }

    /**
     * Ends the session, then everything in the reverse order of its start; within about half a
     * minute at worst.
     */
    @Override
    public void close() {
        Steps.run("session", STEP, () -> services.session().end(EndReason.SHUTDOWN));
        running.reversed().forEach(s -> Steps.run("subscription", STEP, s::close));
        Steps.run("link", Duration.ofSeconds(15), link::close);
        Steps.run("devices", STEP, hardware::close);
        Steps.run("tasks", STEP, tasks::close);
        Steps.run("store", Duration.ofSeconds(15), store::close);
    }

    private final class Sources implements HealthSources {
        @Override
        public Map<String, DeviceStatus> devices() {
            return hardware.status();
        }

        @Override
        public int outbox() {
            return store.outbox().size();
        }

        @Override
        public long catalogueVersion() {
            return store.replica().version();
        }
    }
}
