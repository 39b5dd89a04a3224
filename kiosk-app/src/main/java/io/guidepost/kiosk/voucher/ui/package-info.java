/** The voucher: code, reference, where and when. */
@NullMarked
package io.guidepost.kiosk.voucher.ui;

import org.jspecify.annotations.NullMarked;
