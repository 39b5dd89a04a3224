/** Bar-code scanners that send characters over a serial line. */
@NullMarked
package io.guidepost.devices.scanner.serial;

import org.jspecify.annotations.NullMarked;
