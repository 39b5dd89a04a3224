/** What the mall sells: import of feeds, price history, snapshots and the offers document. */
@NullMarked
package io.guidepost.backend.catalogue;

import org.jspecify.annotations.NullMarked;
