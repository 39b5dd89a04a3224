/** Paying at the card terminal, with its three outcomes. */
@NullMarked
package io.guidepost.kiosk.payment.ui;

import org.jspecify.annotations.NullMarked;
