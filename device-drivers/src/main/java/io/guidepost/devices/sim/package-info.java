/**
 * Shipped simulators: each speaks its device's bytes over the same transport, with faults on
 * demand.
 */
@NullMarked
package io.guidepost.devices.sim;

import org.jspecify.annotations.NullMarked;
