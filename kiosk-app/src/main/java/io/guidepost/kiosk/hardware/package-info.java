/** From devices to the features' ports: scanners, printer, terminal, lamp, presence. */
@NullMarked
package io.guidepost.kiosk.hardware;

import org.jspecify.annotations.NullMarked;
