/** The command line, the settings and the one place where the backend is put together. */
@NullMarked
package io.guidepost.backend.app;

import org.jspecify.annotations.NullMarked;
