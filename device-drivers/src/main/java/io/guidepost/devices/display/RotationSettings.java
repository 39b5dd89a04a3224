package io.guidepost.devices.display;

import io.guidepost.devices.DisplayRotation.Orientation;
import java.nio.file.Path;

/**
 * A panel that may be turned.
 *
 * @param output name of the connector, such as {@code DSI-1}; empty: the first that is connected
 * @param touch name of the touch screen in the X server, as {@code xinput list} shows it; empty:
 *     touches are left alone
 * @param orientation how it is used
 * @param tools the folder with xrandr, xinput and wlr-randr
 * @param wayland whether a Wayland compositor shows the picture, and not an X server
 */
public record RotationSettings(
        String output, String touch, Orientation orientation, Path tools, boolean wayland) {}
