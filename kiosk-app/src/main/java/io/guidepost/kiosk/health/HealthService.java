package io.guidepost.kiosk.health;

import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Duration;
import java.util.Map;

/** How the kiosk fares, read once a second. */
public final class HealthService {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HealthSources sources;
    private final Backend backend;
    private final BackgroundTasks tasks;
    private final Counters counters;
    private final LiveValue<KioskHealth> health;

    public HealthService(
            HealthSources sources, Backend backend, BackgroundTasks tasks, Counters counters) {
        this.sources = sources;
        this.backend = backend;
        this.tasks = tasks;
        this.counters = counters;
        this.health =
                new LiveValue<>(
                        new KioskHealth(backend.connection().get(), Map.of(), 0, 0, Map.of()));
    }

    /** Reads from now on, until closed. */
    public Subscription start() {
        return tasks.every("health", PAUSE, this::read);
    }

    /** How the kiosk fares. */
    public Observable<KioskHealth> health() {
        return health;
    }

    /** Reads now. Blocking. */
    public KioskHealth read() {
        KioskHealth now =
                new KioskHealth(
                        backend.connection().get(),
                        sources.devices(),
                        sources.outbox(),
                        sources.catalogueVersion(),
                        counters.all());
        health.set(now);
        return now;
    }
}
