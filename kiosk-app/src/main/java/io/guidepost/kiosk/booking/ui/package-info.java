/** Choosing a slot of a service. */
@NullMarked
package io.guidepost.kiosk.booking.ui;

import org.jspecify.annotations.NullMarked;
