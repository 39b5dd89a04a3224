/** The one JSON codec of kiosk and backend. */
@NullMarked
package io.guidepost.contract.json;

import org.jspecify.annotations.NullMarked;
