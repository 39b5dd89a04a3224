package io.guidepost.kiosk.campaign.ui;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which slide of the attract loop is on the glass. Thread-safe. */
public final class AttractViewModel {
    /** How long one slide is shown. */
    public static final Duration SLIDE = Duration.ofSeconds(8);

    private final Clock clock;
    private Report report = (_, _, _) -> {};
    private final LiveValue<Slide> slide = new LiveValue<>(new Slide(Optional.empty(), 0, 0));
    private List<Campaign> slides = List.of();
    private boolean playing = true;
    private Instant since;

    /**
     * What is on the glass.
     *
     * @param campaign empty where no campaign runs: the kiosk then shows its own greeting
     * @param index place among {@code count} slides
     */
    public record Slide(Optional<Campaign> campaign, int index, int count) {}

    /** Proof of play. */
    @FunctionalInterface
    public interface Report {
        void shown(String campaign, Duration howLong, boolean touched);
    }

    public AttractViewModel(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Lets the slides turn, until closed, and tells of each that was shown. */
    public Subscription start(BackgroundTasks tasks, Report to) {
        synchronized (this) {
            report = to;
        }
        return tasks.every("attract loop", SLIDE, this::next);
    }

    public Observable<Slide> slide() {
        return slide;
    }

    /**
     * Takes new slides; the loop begins anew with the first, unless what is shown has not changed.
     */
    public synchronized void show(List<Campaign> campaigns) {
        if (campaigns.equals(slides)) {
            return;
        }
        Optional<Campaign> before = slide.get().campaign();
        slides = List.copyOf(campaigns);
        if (before.isEmpty() || !before.equals(slides.stream().findFirst())) {
            if (playing) {
                leave(false);
            }
            put(0);
        } else {
            slide.set(new Slide(before, 0, slides.size()));
        }
    }

    /** The next slide's turn. */
    public synchronized void next() {
        if (playing && slides.size() > 1) {
            leave(false);
            put((slide.get().index() + 1) % slides.size());
        }
    }

    /** Somebody touched the glass: the loop pauses. Gives the slide that was shown. */
    public synchronized Optional<Campaign> touched() {
        if (!playing) {
            return Optional.empty();
        }
        playing = false;
        leave(true);
        return slide.get().campaign();
    }

    /** The customer has gone: the loop goes on. */
    public synchronized void resume() {
        if (!playing) {
            playing = true;
            since = clock.instant();
            put(slides.isEmpty() ? 0 : (slide.get().index() + 1) % slides.size());
        }
    }

    /** Reports what was shown; a slide that lies under a customer's screens is not. */
    private void leave(boolean touched) {
        slide.get()
                .campaign()
                .ifPresent(
                        campaign ->
                                report.shown(
                                        campaign.id(),
                                        Duration.between(since, clock.instant()),
                                        touched));
    }

    private void put(int index) {
        since = clock.instant();
        slide.set(
                slides.isEmpty()
                        ? new Slide(Optional.empty(), 0, 0)
                        : new Slide(Optional.of(slides.get(index)), index, slides.size()));
    }
}
