/** Home, a category, and the page of one offer. */
@NullMarked
package io.guidepost.kiosk.catalogue.ui;

import org.jspecify.annotations.NullMarked;
