/**
 * Looking things up in the kiosk's own copy of the catalogue: prices, reviews, honest discounts,
 * and how old they are.
 */
@NullMarked
package io.guidepost.kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
