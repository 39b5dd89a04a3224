/** MQTT topics and the envelope around every message. */
@NullMarked
package io.guidepost.contract.topic;

import org.jspecify.annotations.NullMarked;
