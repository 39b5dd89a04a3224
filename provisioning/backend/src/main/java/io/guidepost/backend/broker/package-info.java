/**
 * The embedded MQTT 5 broker: HiveMQ CE with an extension that lets each kiosk at its own topics
 * only.
 */
@NullMarked
package io.guidepost.backend.broker;

import org.jspecify.annotations.NullMarked;
