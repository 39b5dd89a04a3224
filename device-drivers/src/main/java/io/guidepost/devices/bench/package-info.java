/** Measures the decoder on a folder of pictures, beside other decoders in the same run. */
@NullMarked
package io.guidepost.devices.bench;

import org.jspecify.annotations.NullMarked;
