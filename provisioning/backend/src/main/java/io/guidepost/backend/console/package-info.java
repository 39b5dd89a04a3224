/** Head office's console: a web page and its interface over HTTP, for one shared token. */
@NullMarked
package io.guidepost.backend.console;

import org.jspecify.annotations.NullMarked;
