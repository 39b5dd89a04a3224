/** The attract loop's slides and the proof that they were shown. */
@NullMarked
package io.guidepost.kiosk.campaign;

import org.jspecify.annotations.NullMarked;
