/** Kiosks and their secrets. */
@NullMarked
package io.guidepost.backend.enrol;

import org.jspecify.annotations.NullMarked;
