/**
 * Codes read from pictures and camera streams, and pictures of codes drawn: the only place for
 * ZXing.
 */
@NullMarked
package io.guidepost.devices.scanner.camera;

import org.jspecify.annotations.NullMarked;
