/**
 * What every feature stands on: threads, live values, the clock's ticks, and the ports to the
 * backend.
 */
@NullMarked
package io.guidepost.kiosk.platform;

import org.jspecify.annotations.NullMarked;
