package io.guidepost.kiosk.campaign;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.CatalogueChange;
import io.guidepost.kiosk.catalogue.Replica;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The attract loop's slides, and the proof that they were shown. */
public final class CampaignService {
    private final Replica replica;
    private final EventLog events;
    private final BackgroundTasks tasks;
    private final Clock clock;

    public CampaignService(Replica replica, EventLog events, BackgroundTasks tasks, Clock clock) {
        this.replica = replica;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The slides that run now, the newest first; may be empty. */
    public CompletionStage<List<Campaign>> running() {
        return tasks.supply(
                "read campaigns",
                () -> {
                    Instant now = clock.instant();
                    return replica.campaigns().stream()
                            .filter(c -> c.runsAt(now))
                            .sorted(
                                    Comparator.comparing(Campaign::from)
                                            .reversed()
                                            .thenComparing(Campaign::id))
                            .toList();
                });
    }

    /** Tells that the slides changed; read them again. */
    public Subscription onChange(Runnable listener) {
        return replica.onChange(
                (CatalogueChange change) -> {
                    if (change.campaigns() || change.all()) {
                        listener.run();
                    }
                });
    }

    /**
     * A slide was on the screen.
     *
     * @param touched whether somebody touched it
     */
    public void shown(String campaign, Duration howLong, boolean touched) {
        KioskEvent event =
                new KioskEvent.CampaignShown(campaign, howLong, touched, clock.instant());
        tasks.run("report a campaign", () -> events.record(event));
    }
}
