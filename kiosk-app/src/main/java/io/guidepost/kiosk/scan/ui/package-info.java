/** The page for codes that lead nowhere. */
@NullMarked
package io.guidepost.kiosk.scan.ui;

import org.jspecify.annotations.NullMarked;
