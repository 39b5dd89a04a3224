/** Payments of holds, and the sandbox payment provider with its books. */
@NullMarked
package io.guidepost.backend.payment;

import org.jspecify.annotations.NullMarked;
