/** How the kiosk fares: connection, devices, outbox, counters; reports it to head office. */
@NullMarked
package io.guidepost.kiosk.health;

import org.jspecify.annotations.NullMarked;
