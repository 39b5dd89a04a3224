/**
 * The kiosk's screen over HTTP on the local host, for the device bench and the tour: look, touch
 * and swipe.
 */
@NullMarked
package io.guidepost.kiosk.remote;

import org.jspecify.annotations.NullMarked;
