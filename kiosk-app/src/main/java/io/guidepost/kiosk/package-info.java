/** The touchscreen application. */
@NullMarked
package io.guidepost.kiosk;

import org.jspecify.annotations.NullMarked;
