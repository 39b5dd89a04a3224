/** The warning before a session ends by itself. */
@NullMarked
package io.guidepost.kiosk.session.ui;

import org.jspecify.annotations.NullMarked;
