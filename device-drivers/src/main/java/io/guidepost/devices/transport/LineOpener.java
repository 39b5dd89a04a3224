package io.guidepost.devices.transport;

import java.io.IOException;

/** Opens a line to a device, anew for each try. */
@FunctionalInterface
public interface LineOpener {
    ByteLine open() throws IOException;
}
