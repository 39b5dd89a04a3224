/**
 * Ports and data of every device a kiosk has; drivers and simulators live in the packages below.
 */
@NullMarked
package io.guidepost.devices;

import org.jspecify.annotations.NullMarked;
