package io.guidepost.devices.printer.escpos;

import io.guidepost.devices.transport.LineOpener;

/**
 * The way to a printer.
 *
 * @param opener opens it, each time anew
 * @param path its name for the device's identity, such as {@code file:/dev/usb/lp0}
 */
public record PrinterLine(LineOpener opener, String path) {}
