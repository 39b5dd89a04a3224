/** Choosing a slot or units of goods and holding them, with a countdown, until they are paid. */
@NullMarked
package io.guidepost.kiosk.booking;

import org.jspecify.annotations.NullMarked;
