/**
 * What a shop sells: merchants, offers with prices and stock, price history, reviews, campaigns,
 * and how a catalogue travels.
 */
@NullMarked
package io.guidepost.contract.catalogue;

import org.jspecify.annotations.NullMarked;
