/** End-to-end tests: the built programs as separate processes, driven from outside. */
@NullMarked
package io.guidepost.image;

import org.jspecify.annotations.NullMarked;
