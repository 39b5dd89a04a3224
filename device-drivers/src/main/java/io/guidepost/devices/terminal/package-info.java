/** What drivers of card terminals share, whatever protocol they speak. */
@NullMarked
package io.guidepost.devices.terminal;

import org.jspecify.annotations.NullMarked;
