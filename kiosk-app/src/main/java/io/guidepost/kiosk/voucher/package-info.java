/**
 * The voucher of a payment: fetched from the backend, printed once as the original and after that
 * as a copy.
 */
@NullMarked
package io.guidepost.kiosk.voucher;

import org.jspecify.annotations.NullMarked;
