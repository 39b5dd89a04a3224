/** Random faults on all simulated devices at once, to see that nothing leaks and all come back. */
@NullMarked
package io.guidepost.devices.bench.soak;

import org.jspecify.annotations.NullMarked;
