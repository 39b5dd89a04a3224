/** The panel itself: its backlight, and which way round picture and touch are. */
@NullMarked
package io.guidepost.devices.display;

import org.jspecify.annotations.NullMarked;
