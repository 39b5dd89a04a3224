/** What kiosks report: presence, birth, devices and the inbox of events. */
@NullMarked
package io.guidepost.backend.telemetry;

import org.jspecify.annotations.NullMarked;
