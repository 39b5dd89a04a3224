/** What a kiosk tells of itself: presence, birth, and how its devices stand. */
@NullMarked
package io.guidepost.contract.fleet;

import org.jspecify.annotations.NullMarked;
