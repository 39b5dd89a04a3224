/** Import of feeds: each whole or not at all, with a report of every broken line. */
@NullMarked
package io.guidepost.backend.catalogue.intake;

import org.jspecify.annotations.NullMarked;
