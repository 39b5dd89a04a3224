/** Bar-code scanners that type like a keyboard, read below any desktop through Linux evdev. */
@NullMarked
package io.guidepost.devices.scanner.evdev;

import org.jspecify.annotations.NullMarked;
