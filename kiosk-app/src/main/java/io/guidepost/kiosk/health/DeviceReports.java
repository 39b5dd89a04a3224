package io.guidepost.kiosk.health;

import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.devices.Subscription;
import java.util.List;

/** What the kiosk's devices say of themselves. Thread-safe; returns at once. */
public interface DeviceReports {
    /** How each stands now, in the order of their names. */
    List<DeviceReport> all();

    /** Tells of each change of a status. The listener must hand its work over. */
    Subscription onStatus(Runnable changed);
}
