/** Bytes over a tty or TCP, each wait with an end. */
@NullMarked
package io.guidepost.devices.transport;

import org.jspecify.annotations.NullMarked;
