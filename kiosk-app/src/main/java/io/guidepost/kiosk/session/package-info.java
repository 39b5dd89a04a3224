/**
 * One customer at the kiosk, from first touch to wipe: idle timer, warning, and the wiping of
 * everything personal.
 */
@NullMarked
package io.guidepost.kiosk.session;

import org.jspecify.annotations.NullMarked;
