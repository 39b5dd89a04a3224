/**
 * What several tests need: a broker, the backend's side of the talk, a connection that can be
 * broken.
 */
@NullMarked
package io.guidepost.kiosk.testing;

import org.jspecify.annotations.NullMarked;
