/**
 * What every driver needs to live: status, listeners, counters, back-off and the connection loop.
 */
@NullMarked
package io.guidepost.devices.lifecycle;

import org.jspecify.annotations.NullMarked;
