/** What all screens share: the shell with its bar, navigation, the theme, controls and messages. */
@NullMarked
package io.guidepost.kiosk.ui;

import org.jspecify.annotations.NullMarked;
