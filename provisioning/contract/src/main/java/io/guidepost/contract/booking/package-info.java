/** Slots, holds, payments and vouchers, as kiosk and backend speak of them. */
@NullMarked
package io.guidepost.contract.booking;

import org.jspecify.annotations.NullMarked;
