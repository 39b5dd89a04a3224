/** Units on hand and why they changed. */
@NullMarked
package io.guidepost.backend.stock;

import org.jspecify.annotations.NullMarked;
