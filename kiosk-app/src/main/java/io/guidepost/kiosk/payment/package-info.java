/**
 * Taking money by card: what is written down before the terminal is asked, its three outcomes, and
 * how an unknown one is resolved.
 */
@NullMarked
package io.guidepost.kiosk.payment;

import org.jspecify.annotations.NullMarked;
