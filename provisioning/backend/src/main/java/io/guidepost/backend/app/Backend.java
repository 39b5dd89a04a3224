package io.guidepost.backend.app;

import io.guidepost.backend.booking.HoldSweeper;
import io.guidepost.backend.booking.HoldTimes;
import io.guidepost.backend.booking.Holds;
import io.guidepost.backend.broker.EmbeddedBroker;
import io.guidepost.backend.catalogue.intake.SlotPlanner;
import io.guidepost.backend.catalogue.intake.TimedSales;
import io.guidepost.backend.console.Console;
import io.guidepost.backend.desk.Features;
import io.guidepost.backend.desk.KioskEffects;
import io.guidepost.backend.desk.RequestDesk;
import io.guidepost.backend.gateway.AckSender;
import io.guidepost.backend.gateway.KioskLine;
import io.guidepost.backend.gateway.OffersSender;
import io.guidepost.backend.insight.Looks;
import io.guidepost.backend.payment.PaymentProvider;
import io.guidepost.backend.payment.Payments;
import io.guidepost.backend.payment.SandboxProvider;
import io.guidepost.backend.payment.Settlement;
import io.guidepost.backend.stock.Stock;
import io.guidepost.backend.telemetry.EventInbox;
import io.guidepost.backend.telemetry.RefusedMessages;
import io.guidepost.backend.voucher.Bookings;
import io.guidepost.backend.web.KioskAdmin;
import io.guidepost.backend.web.KioskFiles;
import io.guidepost.backend.web.OperatorToken;
import io.guidepost.backend.web.WebPart;
import io.guidepost.backend.web.WebServer;
import io.guidepost.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running backend: everything put together by hand, started in order and stopped in reverse.
 */
public final class Backend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration PLAN_SLOTS = Duration.ofHours(1);
    private static final Duration CLOSE_PAYMENTS = Duration.ofHours(1);
    private static final Duration SWITCH_PRICES = Duration.ofMinutes(1);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final long GOODBYE_SECONDS = 2;
    private static final long CONNECT_SECONDS = 10;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Core core;
    private final Topics topics;
    private final HoldTimes times;
    private final CountDownLatch connected = new CountDownLatch(1);
    private int httpPort;
    private OptionalInt mqttPort = OptionalInt.empty();

    private Backend(Core core, HoldTimes times) {
        this.core = core;
        this.topics = new Topics(core.settings().mall().tenant());
        this.times = times;
        parts.push(core);
    }

    /**
     * Starts everything. Returns when kiosks can connect to the embedded broker and the HTTP server
     * listens; another broker may come later.
     *
     * @param core closed with the backend, also when it does not start
     */
    public static Backend start(Core core, HoldTimes times) {
        Backend backend = new Backend(core, times);
        try {
            backend.startAll();
            return backend;
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    private void startAll() {
        Network network = Network.open(core, topics);
        parts.push(network);
        mqttPort = network.broker().stream().mapToInt(EmbeddedBroker::port).findFirst();
        OffersSender offers = started(offers(network));
        Features features = features();
        Periodic sweeper =
                new Periodic(
                        "hold-sweeper",
                        SWEEP,
                        new HoldSweeper(core.database(), features.holds(), offers)::sweep);
        PaymentProvider provider = new SandboxProvider(core.database(), core.clock());
        Periodic settlement =
                new Periodic(
                        "settlement",
                        SETTLE,
                        new Settlement(core.database(), provider, core.clock())::settle);
        Periodic payments =
                new Periodic(
                        "payment-sweeper",
                        CLOSE_PAYMENTS,
                        () -> core.database().inTransaction(features.payments()::closeForgotten));
        Periodic slots =
                new Periodic(
                        "slot-planner",
                        PLAN_SLOTS,
                        new SlotPlanner(core.database(), core.clock())::topUp);
        started(slots);
        slots.soon();
        started(sweeper);
        started(payments);
        started(settlement);
        RefusedMessages refused = new RefusedMessages(core.database(), core.clock());
        EventInbox inbox = started(inbox(network, features, offers, settlement::soon, refused));
        RequestDesk desk = new RequestDesk(core.database(), features, provider, offers);
        KioskLine line =
                new KioskLine(
                        new KioskLine.Desk(
                                inbox,
                                core.watching().fleet(),
                                refused,
                                desk::answer,
                                core.watching().live()),
                        topics,
                        network.port(),
                        () -> {
                            offers.changed();
                            connected.countDown();
                        },
                        core.clock());
        parts.push(line);
        network.port().start(line);
        awaitConnection();
        parts.push(() -> sayGoodbye(network));
        Periodic sales = sales(offers);
        started(sales);
        sales.soon();
        startWeb(offers);
    }

    private Periodic sales(OffersSender offers) {
        return new Periodic(
                "timed-sales",
                SWITCH_PRICES,
                new TimedSales(core.database(), core.clock(), core.settings().mall().zone(), offers)
                        ::switchPrices);
    }

    /** Nothing is listening for requests before this: a kiosk's first one would go nowhere. */
    private void awaitConnection() {
        try {
            if (!connected.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the broker is not there yet; kiosks keep their events until it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OffersSender offers(Network network) {
        return new OffersSender(
                core.catalogue(),
                core.people().kiosks(),
                core.key(),
                new OffersSender.Wire(
                        topics, network.port(), core.watching().live(), core.clock()));
    }

    private Features features() {
        Stock stock = new Stock(core.clock());
        Holds holds =
                new Holds(
                        core.catalogue(),
                        stock,
                        core.people().members(),
                        core.clock(),
                        core.settings().mall().zone(),
                        times);
        Bookings bookings = new Bookings(stock, core.key(), core.clock());
        return new Features(
                holds,
                new Payments(holds, bookings, core.clock()),
                bookings,
                stock,
                core.people().members(),
                core.people().staff(),
                new Looks());
    }

    private EventInbox inbox(
            Network network,
            Features features,
            OffersSender offers,
            Runnable settleSoon,
            RefusedMessages refused) {
        return new EventInbox(
                core.database(),
                new KioskEffects(
                        features,
                        core.catalogue(),
                        offers,
                        settleSoon,
                        core.watching().live(),
                        core.clock()),
                refused,
                new AckSender(topics, network.port()),
                core.clock());
    }

    private void startWeb(OffersSender offers) {
        OperatorToken token = OperatorToken.in(core.folders().token());
        Console console =
                new Console(
                        core.database(),
                        core.catalogue(),
                        offers,
                        core.watching().live(),
                        token,
                        core.clock().withZone(core.settings().mall().zone()));
        parts.push(console);
        List<WebPart> offered =
                List.of(
                        console,
                        new KioskFiles(
                                core.people().kiosks(),
                                core.folders().snapshots(),
                                core.folders().pictures()),
                        new KioskAdmin(
                                token,
                                core.people().kiosks(),
                                core.watching().fleet(),
                                (credentials, store) -> {
                                    // The group may be new: its first document goes out now.
                                    offers.changed();
                                    return KioskProperties.lines(
                                            credentials,
                                            store,
                                            topics.tenant(),
                                            addresses(),
                                            core.key().verifyingKey());
                                }));
        WebServer web =
                WebServer.start(
                        core.settings().http().host(), core.settings().http().port(), offered);
        parts.push(web);
        httpPort = web.port();
    }

    private OffersSender started(OffersSender part) {
        parts.push(part);
        part.start();
        return part;
    }

    private EventInbox started(EventInbox part) {
        parts.push(part);
        part.start();
        return part;
    }

    private void started(Periodic part) {
        parts.push(part);
        part.start();
    }

    /** Tells the kiosks to keep their events, before anything stops. */
    private void sayGoodbye(Network network) {
        try {
            network.port()
                    .publish(KioskLine.state(topics, false))
                    .get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("kiosks could not be told that the backend stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where kiosks find it. */
    public Addresses addresses() {
        return Addresses.of(core.settings(), httpPort, mqttPort);
    }

    /** What head office works with. */
    public Core core() {
        return core;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not stop in order", part.getClass().getSimpleName(), e);
            }
        }
    }
}
