/** Receipt printers that speak ESC/POS over TCP. */
@NullMarked
package io.guidepost.devices.printer.escpos;

import org.jspecify.annotations.NullMarked;
