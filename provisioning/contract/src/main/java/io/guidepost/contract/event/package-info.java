/** Business events that a kiosk reports and that must never be lost. */
@NullMarked
package io.guidepost.contract.event;

import org.jspecify.annotations.NullMarked;
