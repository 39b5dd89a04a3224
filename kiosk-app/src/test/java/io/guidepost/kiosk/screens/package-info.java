/** The screens as customers see them: journeys, layouts and pictures, with ports kept in memory. */
@NullMarked
package io.guidepost.kiosk.screens;

import org.jspecify.annotations.NullMarked;
