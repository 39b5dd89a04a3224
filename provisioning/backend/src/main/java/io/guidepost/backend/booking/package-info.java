/** Slots, holds and bookings, and the answers to what kiosks ask. */
@NullMarked
package io.guidepost.backend.booking;

import org.jspecify.annotations.NullMarked;
