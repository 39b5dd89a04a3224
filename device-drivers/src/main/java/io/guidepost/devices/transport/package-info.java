/** Bytes over a tty, TCP or a file, each wait with an end. */
@NullMarked
package io.guidepost.devices.transport;

import org.jspecify.annotations.NullMarked;
