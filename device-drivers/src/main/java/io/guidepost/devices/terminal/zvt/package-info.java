/** A card terminal that speaks ZVT, the till interface of German-speaking countries. */
@NullMarked
package io.guidepost.devices.terminal.zvt;

import org.jspecify.annotations.NullMarked;
