/** The backend's way to any MQTT 5 broker; the only place that knows Paho. */
@NullMarked
package io.guidepost.backend.gateway;

import org.jspecify.annotations.NullMarked;
