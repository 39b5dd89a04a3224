/** The database: connections, transactions, migrations; the only place that knows java.sql. */
@NullMarked
package io.guidepost.backend.store;

import org.jspecify.annotations.NullMarked;
