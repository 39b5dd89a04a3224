/** One scanner for every code: what was read, told to whoever listens. */
@NullMarked
package io.guidepost.kiosk.scan;

import org.jspecify.annotations.NullMarked;
