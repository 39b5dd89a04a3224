package io.guidepost.kiosk.health;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reports to head office how the devices stand: once a minute, soon after a status has changed, and
 * after each connect. One batch at a time is under way, and what cannot be sent is dropped, for the
 * next one tells everything again. Thread-safe.
 */
public final class DeviceTelemetry {
    private final Ends ends;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final Pace pace;
    private final Clock clock;
    private final AtomicInteger changesLeft;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final Object sending = new Object();
    private long seq;

    /** What is reported, where to, and when that is possible. */
    public record Ends(
            DeviceReports devices, TelemetryLine line, Observable<Connection> connection) {}

    /**
     * How often.
     *
     * @param every between two regular batches
     * @param gather how long further changes are waited for before a change is told
     * @param changes how many times between two regular batches a change is told by itself; later
     *     ones are told by the regular batch
     */
    public record Pace(Duration every, Duration gather, int changes) {
        public static final Pace STANDARD =
                new Pace(Duration.ofMinutes(1), Duration.ofMillis(500), 10);
    }

    public DeviceTelemetry(
            Ends ends, BackgroundTasks tasks, Counters counters, Pace pace, Clock clock) {
        this.ends = ends;
        this.tasks = tasks;
        this.counters = counters;
        this.pace = pace;
        this.clock = clock;
        this.changesLeft = new AtomicInteger(pace.changes());
    }

    /** Reports from now on, until closed. */
    public Subscription start() {
        Subscription regular = tasks.every("telemetry", pace.every(), this::regular);
        Subscription changes = ends.devices().onStatus(this::soon);
        Subscription connects = ends.connection().observe(_ -> soon());
        return () -> {
            regular.close();
            changes.close();
            connects.close();
        };
    }

    private void regular() {
        changesLeft.set(pace.changes());
        send();
    }

    /** Offline nothing is planned: the next connect tells it. */
    private void soon() {
        if (ends.connection().get() == Connection.ONLINE && planned.compareAndSet(false, true)) {
            if (changesLeft.getAndDecrement() > 0) {
                Subscription _ = tasks.after("telemetry", pace.gather(), this::send);
            } else {
                changesLeft.set(0);
                planned.set(false);
                counters.count("telemetry.devices.put-off");
            }
        }
    }

    private void send() {
        synchronized (sending) {
            // Before the devices are asked: a change from here on is told by another batch.
            planned.set(false);
            seq++;
            List<DeviceReport> reports = ends.devices().all();
            // Read behind the reports: no evidence may be later than the batch.
            DeviceBatch batch = DeviceBatch.of(ends.line().boot(), seq, clock.instant(), reports);
            boolean sent = ends.line().send(batch);
            counters.count(sent ? "telemetry.devices.sent" : "telemetry.devices.dropped");
        }
    }
}
