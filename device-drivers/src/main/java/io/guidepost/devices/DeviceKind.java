package io.guidepost.devices;

/** What a device is for. */
public enum DeviceKind {
    SCANNER,
    PRINTER,
    TERMINAL,
    LIGHT,
    PRESENCE,
    TAMPER,
    BACKLIGHT,
    DISPLAY,
    SPEECH,
    WATCHDOG
}
