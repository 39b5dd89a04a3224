/** The sample mall: a seeded generator of the feeds that real shops would send. */
@NullMarked
package io.guidepost.backend.catalogue.sample;

import org.jspecify.annotations.NullMarked;
