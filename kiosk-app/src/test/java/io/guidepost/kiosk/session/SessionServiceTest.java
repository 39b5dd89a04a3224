package io.guidepost.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Idle: 90 s, then at least 20 s to answer (WCAG 2.2.1). */
class SessionServiceTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final List<KioskEvent> events = new CopyOnWriteArrayList<>();
    private final SessionService service =
            new SessionService(events::add, tasks, SessionService.Timing.STANDARD, clock);

    @AfterEach
    void close() {
        tasks.close();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            clock.move(Duration.ofMillis(250));
            service.tick();
        }
    }

    @Test
    void warnsAfterNinetySecondsAndEndsTwentyLater() {
        SessionId session = service.wake();
        pass(89);
        assertThat(service.state().get()).isEqualTo(new SessionState.Active(session));
        pass(1);
        assertThat(service.state().get())
                .isEqualTo(new SessionState.Warning(session, Duration.ofSeconds(20)));
        pass(19);
        assertThat(service.state().get())
                .isEqualTo(new SessionState.Warning(session, Duration.ofSeconds(1)));
        pass(1);
        assertThat(service.state().get()).isEqualTo(new SessionState.Attract());
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(events)
                                        .extracting(KioskEvent::type)
                                        .containsExactlyInAnyOrder(
                                                "session-started", "session-ended"));
    }

    @Test
    void oneTapExtendsAsOftenAsWanted() {
        SessionId session = service.wake();
        for (int i = 0; i < 12; i++) {
            pass(95);
            assertThat(service.state().get()).isInstanceOf(SessionState.Warning.class);
            service.touch();
            assertThat(service.state().get()).isEqualTo(new SessionState.Active(session));
        }
    }

    @Test
    void touchingBeginsNothing() {
        service.touch();
        assertThat(service.state().get()).isEqualTo(new SessionState.Attract());
    }

    @Test
    void restsWhileATerminalHoldsAPaymentAndStartsOverThen() {
        SessionId session = service.wake();
        pass(95);
        Subscription paying = service.suspendIdle();
        pass(600);
        assertThat(service.state().get()).isEqualTo(new SessionState.Active(session));
        paying.close();
        paying.close();
        pass(89);
        assertThat(service.state().get()).isEqualTo(new SessionState.Active(session));
        pass(2);
        assertThat(service.state().get()).isInstanceOf(SessionState.Warning.class);
    }

    @Test
    void wipesEverythingBeforeTheAttractLoopAndForgetsTheSlowChoice() {
        List<String> order = new ArrayList<>();
        Subscription first = service.onWipe(() -> order.add("first"));
        Subscription broken =
                service.onWipe(
                        () -> {
                            throw new IllegalStateException("broken");
                        });
        Subscription last = service.onWipe(() -> order.add("last"));
        Subscription watching =
                service.state()
                        .observe(
                                s -> {
                                    if (s instanceof SessionState.Attract && !order.isEmpty()) {
                                        order.add("attract");
                                    }
                                });
        service.wake();
        service.slower(true);
        pass(200);
        assertThat(service.state().get()).isInstanceOf(SessionState.Active.class);

        service.end(EndReason.CUSTOMER);

        assertThat(order).containsExactly("last", "first", "attract");
        assertThat(service.current()).isEmpty();
        service.wake();
        pass(95);
        assertThat(service.state().get()).isInstanceOf(SessionState.Warning.class);
        List.of(first, broken, last, watching).forEach(Subscription::close);
    }

    @Test
    void everySessionHasANameOfItsOwn() {
        SessionId one = service.wake();
        assertThat(service.wake()).isEqualTo(one);
        service.end(EndReason.CUSTOMER);
        assertThat(service.wake()).isNotEqualTo(one);
    }
}
