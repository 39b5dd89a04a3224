package io.guidepost.devices.terminal.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.devices.DeviceHealth.Verdict;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.PaymentOrder;
import io.guidepost.devices.TransactionStatus;
import io.guidepost.devices.sim.TerminalFault;
import io.guidepost.devices.sim.TerminalSimulator;
import io.guidepost.devices.sim.TerminalStep;
import io.guidepost.devices.transport.TcpLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver learns of the terminal's health while nobody pays. */
class NexoHealthTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private TerminalSimulator simulator;

    @SuppressWarnings("NullAway.Init")
    private NexoTerminal terminal;

    @BeforeEach
    void start() throws Exception {
        simulator = TerminalSimulator.start(0, directory.resolve("terminal.journal"));
        terminal =
                new NexoTerminal(
                        new DeviceId(DeviceKind.TERMINAL, "nexo"),
                        TcpLine.to(simulator.address(), Duration.ofSeconds(2)),
                        new NexoSettings(
                                "KIOSK-1",
                                "POI-1",
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(200)),
                        Clock.systemUTC());
        terminal.start();
        awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        terminal.close();
        simulator.close();
    }

    @Test
    void theLoginTellsWhichTerminalItIs() {
        assertThat(terminal.identity())
                .isEqualTo(new DeviceIdentity("Guidepost", "terminal-simulator 1", "SIM-0001", ""));
    }

    @Test
    void aDiagnosisIsTheSelfTest() {
        await().atMost(SOON).until(() -> selfTestSays("it answered a diagnosis"));
        assertThat(terminal.health().selfTest().verdict()).isEqualTo(Verdict.GOOD);
        simulator.script().setMaintenance(true);
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Degraded);
        assertThat(terminal.health().selfTest().verdict()).isEqualTo(Verdict.BAD);
        assertThat(selfTestSays("it is under maintenance")).isTrue();
        simulator.script().setMaintenance(false);
        awaitReady();
        assertThat(terminal.health().selfTest().verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void aRefusedDiagnosisIsABadSelfTest() {
        simulator.script().set(TerminalStep.DIAGNOSIS, TerminalFault.REFUSED);
        await().atMost(SOON).until(() -> selfTestSays("diagnosis refused: NotAllowed"));
        assertThat(terminal.health().selfTest().verdict()).isEqualTo(Verdict.BAD);
    }

    @Test
    void silentAtDiagnosis() {
        simulator.script().once(TerminalStep.DIAGNOSIS, TerminalFault.DEAF);
        await().atMost(SOON).until(() -> terminal.counters().get("reconnects") == 1);
        assertThat(terminal.counters().get("timeouts")).isEqualTo(1);
        awaitReady();
    }

    @Test
    void anUnansweredQuestionDoesNotEndTheWatchOverTheLine() throws Exception {
        simulator.script().once(TerminalStep.STATUS, TerminalFault.DEAF);
        simulator.script().set(TerminalStep.DIAGNOSIS, TerminalFault.DEAF);
        assertThat(
                        terminal.status(new PaymentOrder(UUID.randomUUID(), 100, "EUR", "x"))
                                .toCompletableFuture()
                                .get(20, TimeUnit.SECONDS))
                .isInstanceOf(TransactionStatus.NoAnswer.class);
        await().atMost(SOON).until(() -> terminal.counters().get("reconnects") >= 1);
    }

    @Test
    void aDiagnosisTellsOfAnEndedLogin() {
        simulator.logOut();
        await().atMost(SOON).until(() -> terminal.counters().get("logged-out") == 1);
        awaitReady();
    }

    private boolean selfTestSays(String what) {
        return terminal.health().selfTest().what().equals(what);
    }

    private void awaitReady() {
        await().atMost(SOON).until(() -> terminal.status() instanceof DeviceStatus.Ready);
    }
}
