package io.guidepost.kiosk.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, the last first, once, when the program ends for whatever reason. */
final class Stopper {
    private final Rig rig;
    private final Progress progress;
    private final Deque<BenchServer> pages = new ArrayDeque<>();

    Stopper(Rig rig, Progress progress) {
        this.rig = rig;
        this.progress = progress;
    }

    /** Closes this one too. */
    synchronized BenchServer closing(BenchServer page) {
        pages.push(page);
        return page;
    }

    void stop() {
        progress.say("Stopping …");
        synchronized (this) {
            pages.forEach(BenchServer::close);
        }
        rig.close();
        progress.say("Stopped.");
    }
}
