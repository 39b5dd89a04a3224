/**
 * What restarts a kiosk that hangs: the service manager's watchdog, the machine's, and who feeds
 * them.
 */
@NullMarked
package io.guidepost.devices.watchdog;

import org.jspecify.annotations.NullMarked;
