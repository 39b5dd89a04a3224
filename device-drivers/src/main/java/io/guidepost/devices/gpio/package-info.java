/** Lamp, presence sensor and tamper switch on GPIO lines: the only place for Pi4J. */
@NullMarked
package io.guidepost.devices.gpio;

import org.jspecify.annotations.NullMarked;
