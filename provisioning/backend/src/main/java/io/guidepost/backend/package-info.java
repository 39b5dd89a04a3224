/** The system of record behind a fleet of kiosks. */
@NullMarked
package io.guidepost.backend;

import org.jspecify.annotations.NullMarked;
