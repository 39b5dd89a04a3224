/** The kiosk's database and journal on disk; the only place for SQL. */
@NullMarked
package io.guidepost.kiosk.store;

import org.jspecify.annotations.NullMarked;
