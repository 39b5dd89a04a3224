/** What all scanners that send characters share: where a code begins, what proves it, who hears. */
@NullMarked
package io.guidepost.devices.scanner;

import org.jspecify.annotations.NullMarked;
