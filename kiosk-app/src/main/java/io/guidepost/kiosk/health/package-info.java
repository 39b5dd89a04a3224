/** How the kiosk fares: connection, devices, outbox, counters. */
@NullMarked
package io.guidepost.kiosk.health;

import org.jspecify.annotations.NullMarked;
