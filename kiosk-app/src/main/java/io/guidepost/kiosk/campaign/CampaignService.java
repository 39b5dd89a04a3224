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
import java.util.function.Consumer;

/** The attract loop's slides, and the proof that they were shown. */
public final class CampaignService {
    private static final Duration LOOK_AT_TIMES = Duration.ofSeconds(1);

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
        return tasks.supply("read campaigns", () -> runningNow(replica.campaigns()));
    }

    private List<Campaign> runningNow(List<Campaign> all) {
        Instant now = clock.instant();
        return all.stream()
                .filter(c -> c.runsAt(now))
                .sorted(Comparator.comparing(Campaign::from).reversed().thenComparing(Campaign::id))
                .toList();
    }

    /**
     * Tells the slides that run, soon and after each change, also when the time of one begins or
     * ends; at most a second late.
     */
    public Subscription watch(Consumer<List<Campaign>> listener) {
        Watch watch = new Watch(listener);
        Subscription changes =
                replica.onChange(
                        (CatalogueChange change) -> {
                            if (change.campaigns() || change.all()) {
                                tasks.run("read campaigns", watch::read);
                            }
                        });
        tasks.run("read campaigns", watch::read);
        Subscription time = tasks.every("times of campaigns", LOOK_AT_TIMES, watch::look);
        return () -> {
            changes.close();
            time.close();
        };
    }

    private final class Watch {
        private final Consumer<List<Campaign>> listener;
        private List<Campaign> all = List.of();
        private List<Campaign> told = List.of();

        Watch(Consumer<List<Campaign>> listener) {
            this.listener = listener;
        }

        /** One after the other: what was read last is what is told last. */
        synchronized void read() {
            all = replica.campaigns();
            look();
        }

        synchronized void look() {
            List<Campaign> now = runningNow(all);
            if (!now.equals(told)) {
                told = now;
                listener.accept(now);
            }
        }
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
