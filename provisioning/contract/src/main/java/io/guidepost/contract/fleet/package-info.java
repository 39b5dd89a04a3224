/** What a kiosk tells of itself: presence and birth. */
@NullMarked
package io.guidepost.contract.fleet;

import org.jspecify.annotations.NullMarked;
