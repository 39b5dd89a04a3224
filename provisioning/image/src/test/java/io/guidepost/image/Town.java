package io.guidepost.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.kiosk.demo.Customer;
import io.guidepost.kiosk.demo.HeadOffice;
import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.KioskUnit;
import io.guidepost.kiosk.demo.Progress;
import io.guidepost.kiosk.demo.Rig;
import io.guidepost.kiosk.demo.RigPlan;
import io.guidepost.kiosk.demo.SampleMall;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A backend and a kiosk as processes, somebody before the kiosk and somebody at head office. */
final class Town implements AutoCloseable {
    /** For what a customer waits for; machines that build are slow. */
    static final Duration SOON = Duration.ofSeconds(15);

    /** For what comes by itself after a disturbance. */
    static final Duration EVENTUALLY = Duration.ofSeconds(60);

    /** Quick to notice and to come back, so that tests need not wait as long as shops may. */
    static final Map<String, String> QUICK =
            Map.of(
                    "keep-alive", "3s",
                    "retry-first", "200ms",
                    "retry-longest", "1s",
                    "resend-after", "2s");

    private static final String KIOSK = "kiosk-1";

    private final Path data;
    private final Rig rig;
    private final Optional<Mosquitto> broker;
    private final KioskUnit kiosk;

    private Town(Path data, Rig rig, Optional<Mosquitto> broker, KioskUnit kiosk) {
        this.data = data;
        this.rig = rig;
        this.broker = broker;
        this.kiosk = kiosk;
    }

    /** A backend that runs and a kiosk that is taken in but has not been started. */
    static Town build(Path data, Broker broker) {
        return switch (broker) {
            case EMBEDDED -> build(data, RigPlan.unattended(data), Optional.empty());
            case MOSQUITTO -> {
                assumeTrue(Mosquitto.installed(), "needs mosquitto");
                Mosquitto started = Mosquitto.start(data.resolve("mosquitto"));
                try {
                    yield build(data, started.plan(data), Optional.of(started));
                } catch (RuntimeException e) {
                    started.close();
                    throw e;
                }
            }
        };
    }

    private static Town build(Path data, RigPlan plan, Optional<Mosquitto> broker) {
        Rig rig = new Rig(Installation.find(), plan, new Progress(System.out));
        try {
            MallTemplate.copyTo(data.resolve("backend"));
            rig.startBackend();
            KioskUnit kiosk = rig.kiosk(KIOSK);
            broker.ifPresent(b -> b.admit(KIOSK, kiosk.property("secret")));
            return new Town(data, rig, broker, kiosk);
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    /** Both run. */
    static Town start(Path data, Broker broker) {
        Town town = build(data, broker);
        try {
            town.startKiosk(QUICK);
            return town;
        } catch (RuntimeException e) {
            town.close();
            throw e;
        }
    }

    void startKiosk(Map<String, String> overrides) {
        rig.start(kiosk, overrides);
        // A first start fetches the catalogue.
        customer().within(EVENTUALLY).readOneOf(mall().slogans());
    }

    /** The kiosk runs, and what it says to the broker goes through this. */
    TcpProxy startKioskBehindALink() {
        TcpProxy link = new TcpProxy(URI.create(kiosk.property("mqtt-url")).getPort());
        try {
            Map<String, String> through = new HashMap<>(QUICK);
            through.put("mqtt-url", "tcp://127.0.0.1:" + link.port());
            startKiosk(through);
            return link;
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    Rig rig() {
        return rig;
    }

    KioskUnit kiosk() {
        return kiosk;
    }

    Customer customer() {
        return new Customer(kiosk, SOON);
    }

    HeadOffice office() {
        return new HeadOffice(rig.backend().console());
    }

    SampleMall mall() {
        return SampleMall.in(data.resolve("backend"));
    }

    /** Everything up to the terminal's question for a card. */
    void bookHaircutUpToTheCard() {
        kiosk.devices().terminal().setUsual(TerminalBehaviour.ASK);
        customer().bookService(mall());
        Awaitility.await()
                .atMost(SOON)
                .until(() -> kiosk.devices().terminal().waiting().isPresent());
    }

    /** A number from the backend's database. Only while the backend is stopped. */
    long ask(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:file:"
                                        + data.resolve("backend/database/guidepost")
                                        + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                                        + "DEFAULT_NULL_ORDERING=HIGH",
                                "sa",
                                "");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).as(sql).isTrue();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        rig.close();
        broker.ifPresent(Mosquitto::close);
    }
}
