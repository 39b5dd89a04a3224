/** What kiosk and backend say to each other. */
@NullMarked
package io.guidepost.contract;

import org.jspecify.annotations.NullMarked;
