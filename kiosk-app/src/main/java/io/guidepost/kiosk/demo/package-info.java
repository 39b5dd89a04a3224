/**
 * The whole system on one machine: simulators, backend and kiosk as processes, the device bench
 * page, the demo and the tour.
 */
@NullMarked
package io.guidepost.kiosk.demo;

import org.jspecify.annotations.NullMarked;
