/** Card terminals that speak nexo Sale-to-POI in its JSON form over TCP. */
@NullMarked
package io.guidepost.devices.terminal.nexo;

import org.jspecify.annotations.NullMarked;
