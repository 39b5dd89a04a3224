package io.guidepost.devices.config;

import io.guidepost.devices.DeviceKind;
import java.util.List;

/** A kind of hardware that can be named in the configuration. Stateless. */
public interface Driver {

    /** What stands behind {@code device.NAME.driver=}, such as {@code printer.escpos}. */
    String name();

    /** What its devices are for. */
    DeviceKind kind();

    /** The hardware it is made for, in one English sentence without full stop. */
    String purpose();

    /** Every key it reads; others are refused. */
    List<Key> keys();

    /**
     * Reads its keys. Never throws: what is wrong is noted in the settings, and something harmless
     * is read instead, so that all problems are found at once.
     */
    DeviceMaker read(Settings settings);
}
