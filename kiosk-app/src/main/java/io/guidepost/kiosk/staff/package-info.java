/** Staff at the kiosk: badge and PIN, and putting units on the shelf. */
@NullMarked
package io.guidepost.kiosk.staff;

import org.jspecify.annotations.NullMarked;
