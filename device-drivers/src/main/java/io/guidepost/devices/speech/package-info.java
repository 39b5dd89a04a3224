/** Sentences said aloud. */
@NullMarked
package io.guidepost.devices.speech;

import org.jspecify.annotations.NullMarked;
