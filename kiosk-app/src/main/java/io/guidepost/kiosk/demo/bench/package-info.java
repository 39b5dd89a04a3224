/** Measures the kiosk beside a peer in the same run: start, scan, outbox, memory. */
@NullMarked
package io.guidepost.kiosk.demo.bench;

import org.jspecify.annotations.NullMarked;
