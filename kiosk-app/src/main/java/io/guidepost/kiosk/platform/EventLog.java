package io.guidepost.kiosk.platform;

import io.guidepost.contract.event.KioskEvent;

/** Where business events go: kept on disk until the backend has acknowledged them. */
public interface EventLog {
    /**
     * Keeps the event. When this returns, an event of money or stock ({@link KioskEvent#isMoney()})
     * outlives a power cut, any other a killed process. Blocks on the disk: never called on the
     * screen's thread.
     */
    void record(KioskEvent event);
}
