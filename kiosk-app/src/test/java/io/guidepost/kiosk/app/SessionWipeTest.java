package io.guidepost.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.booking.Reply;
import io.guidepost.contract.booking.Request;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.MemberView;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.devices.sim.ScannerSimulator;
import io.guidepost.devices.sim.TerminalBehaviour;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.kiosk.booking.HoldOutcome;
import io.guidepost.kiosk.member.MemberLogin;
import io.guidepost.kiosk.payment.Payment;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.staff.RestockResult;
import io.guidepost.kiosk.staff.StaffLogin;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.Kiosks;
import io.guidepost.kiosk.testing.Mosquitto;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a customer or a member of staff said stays nowhere: memory-held state, database, journal,
 * logs.
 */
@Timeout(60)
class SessionWipeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final MemberCode MEMBER = MemberCode.of(4_711_081_512L);
    private static final BadgeCode BADGE = BadgeCode.of(73_510_246L);
    private static final String PIN = "918273";
    private static final String MASKED = "Q••• Z.";

    @TempDir Path folder;

    @Test
    void nothingPersonalIsLeftAfterASession() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = listening(logged);
        Logger root = Logger.getLogger("io.guidepost");
        root.setLevel(Level.ALL);
        root.addHandler(listening);
        Path data = folder.resolve("data");
        Path tty = folder.resolve("tty");
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                BackendSide backend = BackendSide.start(broker.port());
                ScannerSimulator scanner = ScannerSimulator.start(tty)) {
            backend.answer(SessionWipeTest::answer);
            try (KioskCore core =
                    KioskCore.open(
                            Kiosks.config(data, broker.port(), backend, Kiosks.scanner(scanner)),
                            Clock.systemUTC())) {
                core.start();
                journey(core.services(), scanner);
                await().atMost(SOON).until(() -> backend.events().containsValue("session-ended"));
                assertThat(backend.events()).containsValue("stock-restocked");
            }
        } finally {
            root.removeHandler(listening);
        }
        for (String secret : List.of(MEMBER.value(), BADGE.value(), PIN, MASKED)) {
            assertThat(filesWith(data, secret)).isEmpty();
            assertThat(logged).noneMatch(line -> line.contains(secret));
        }
        assertThat(logged).isNotEmpty();
        // The search itself finds what is there.
        assertThat(filesWith(data, "stock-restocked")).isNotEmpty();
    }

    @Test
    void theHoldOfAPaymentOutlivesTheSession() throws Exception {
        Queue<UUID> released = new ConcurrentLinkedQueue<>();
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                BackendSide backend = BackendSide.start(broker.port());
                TerminalSimulator terminal =
                        TerminalSimulator.start(0, folder.resolve("terminal.journal"))) {
            backend.answer(
                    request -> {
                        if (request instanceof Request.Release(UUID hold)) {
                            released.add(hold);
                        }
                        return Optional.empty();
                    });
            terminal.script().setThinking(Duration.ofMillis(50));
            terminal.next(TerminalBehaviour.ASK);
            try (KioskCore core =
                    KioskCore.open(
                            Kiosks.config(
                                    folder.resolve("data"),
                                    broker.port(),
                                    backend,
                                    Kiosks.terminal(terminal)),
                            Clock.systemUTC())) {
                core.start();
                Payment payment = pay(core.services());
                await().atMost(SOON).until(() -> terminal.waiting().isPresent());

                core.services().session().end(EndReason.IDLE);
                await().atMost(SOON).until(() -> backend.events().containsValue("session-ended"));
                assertThat(released).isEmpty();

                terminal.presentCard();
                await().atMost(SOON).until(() -> backend.sales().containsKey(payment.id()));
            }
            assertThat(released).isEmpty();
        }
    }

    private static Payment pay(KioskServices services) throws Exception {
        await().atMost(SOON)
                .until(() -> services.backend().connection().get() == Connection.ONLINE);
        await().atMost(SOON)
                .until(
                        () ->
                                services.health().read().devices().entrySet().stream()
                                        .anyMatch(
                                                d ->
                                                        d.getKey().startsWith("terminal")
                                                                && d.getValue().usable()));
        HoldOutcome outcome =
                services.booking()
                        .hold(
                                services.session().wake(),
                                Samples.tea(2500, 1),
                                Optional.empty(),
                                1,
                                Optional.empty())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
        return services.payments().pay(((HoldOutcome.Held) outcome).booking());
    }

    private static void journey(KioskServices services, ScannerSimulator scanner) throws Exception {
        await().atMost(SOON)
                .until(() -> services.backend().connection().get() == Connection.ONLINE);
        SessionId session = services.session().wake();
        List<Object> scanned = new CopyOnWriteArrayList<>();
        var listening = services.scans().onCode(scanned::add);
        await().atMost(SOON)
                .until(
                        () -> {
                            scanner.scan(MEMBER.value());
                            return !scanned.isEmpty();
                        });
        listening.close();
        assertThat(
                        services.members()
                                .identify(session, MEMBER)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                .isInstanceOf(MemberLogin.Greeted.class);
        assertThat(
                        services.booking()
                                .hold(
                                        session,
                                        Samples.tea(2500, 1),
                                        Optional.empty(),
                                        1,
                                        services.members().ref())
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                .isInstanceOf(HoldOutcome.Held.class);
        assertThat(
                        services.staff()
                                .login(BADGE, PIN)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                .isInstanceOf(StaffLogin.SignedIn.class);
        assertThat(
                        services.staff()
                                .restock(Samples.tea(2500, 1), 12)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                .isInstanceOf(RestockResult.Recorded.class);
        services.session().end(EndReason.CUSTOMER);

        assertThat(services.members().current().get()).isEmpty();
        assertThat(services.staff().current().get()).isEmpty();
        assertThat(services.booking().held().get()).isEmpty();
        assertThat(services.session().current()).isEmpty();
    }

    private static Optional<Reply> answer(Request<?> request) {
        return switch (request) {
            case Request.Member m when m.memberCode().equals(MEMBER.value()) ->
                    Optional.of(
                            new Reply.MemberResult.MemberFound(
                                    new MemberView(new MemberRef("m-4f2a91"), MASKED, "gold")));
            case Request.StaffLogin s when s.pin().equals(PIN) ->
                    Optional.of(
                            new Reply.StaffResult.StaffAccepted(
                                    new StaffRef("s-0007"),
                                    "S.",
                                    Instant.now().plus(Duration.ofMinutes(5))));
            case Request<?> _ -> Optional.empty();
        };
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(f -> contains(f, text)).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8).contains(text)
                    || new String(bytes, StandardCharsets.UTF_16BE).contains(text)
                    || new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Handler listening(List<String> lines) {
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        lines.add(record.getMessage() + " " + record.getThrown());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
