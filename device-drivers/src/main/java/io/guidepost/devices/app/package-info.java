/** Configuration of a kiosk's devices and the set of drivers made from it. */
@NullMarked
package io.guidepost.devices.app;

import org.jspecify.annotations.NullMarked;
