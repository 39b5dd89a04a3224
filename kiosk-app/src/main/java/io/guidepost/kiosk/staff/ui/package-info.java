/** What members of staff do at the kiosk: signing in and restocking. */
@NullMarked
package io.guidepost.kiosk.staff.ui;

import org.jspecify.annotations.NullMarked;
