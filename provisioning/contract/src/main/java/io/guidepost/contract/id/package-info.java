/** Identifiers and how new ones are made. */
@NullMarked
package io.guidepost.contract.id;

import org.jspecify.annotations.NullMarked;
