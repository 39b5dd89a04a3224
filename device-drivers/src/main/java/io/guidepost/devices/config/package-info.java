/** How devices are chosen and set up: drivers, their keys, and the settings a file gives them. */
@NullMarked
package io.guidepost.devices.config;

import org.jspecify.annotations.NullMarked;
