/** Vouchers, signed so that a shop can check them. */
@NullMarked
package io.guidepost.backend.voucher;

import org.jspecify.annotations.NullMarked;
