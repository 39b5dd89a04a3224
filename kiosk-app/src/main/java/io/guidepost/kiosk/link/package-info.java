/**
 * The link to the backend: MQTT behind a port of our own, outbox and inbox, requests, documents and
 * pictures by HTTP.
 */
@NullMarked
package io.guidepost.kiosk.link;

import org.jspecify.annotations.NullMarked;
