/**
 * Configuration of a kiosk's devices, the set of drivers made from it, and the command line that
 * checks and simulates them.
 */
@NullMarked
package io.guidepost.devices.app;

import org.jspecify.annotations.NullMarked;
