/** The kiosk's composition root: configuration, services, and how they start and stop. */
@NullMarked
package io.guidepost.kiosk.app;

import org.jspecify.annotations.NullMarked;
