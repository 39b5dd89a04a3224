/** Streaming readers of the feeds that shops publish; each broken line is named with its field. */
@NullMarked
package io.guidepost.backend.catalogue.feed;

import org.jspecify.annotations.NullMarked;
