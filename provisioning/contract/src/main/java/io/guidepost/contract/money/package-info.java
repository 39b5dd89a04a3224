/** Money in minor units and unit prices. */
@NullMarked
package io.guidepost.contract.money;

import org.jspecify.annotations.NullMarked;
