package io.guidepost.devices;

/**
 * Which piece of hardware a device is, as far as it says so. What is not known is empty.
 *
 * @param vendor maker, as the device or its USB descriptor names it
 * @param product model
 * @param serial serial number
 * @param path where it is plugged in: a stable path or an address
 */
public record DeviceIdentity(String vendor, String product, String serial, String path) {
    public static final DeviceIdentity UNKNOWN = new DeviceIdentity("", "", "", "");

    /** A device of which only the place is known. */
    public static DeviceIdentity at(String path) {
        return new DeviceIdentity("", "", "", path);
    }
}
