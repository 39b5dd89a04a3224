/**
 * The sample mall's pictures: layered vector drawings with light and shadow, drawn without fonts or
 * screen.
 */
@NullMarked
package io.guidepost.backend.catalogue.sample.art;

import org.jspecify.annotations.NullMarked;
