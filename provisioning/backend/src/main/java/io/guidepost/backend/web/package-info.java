/** The HTTP server and what kiosks fetch and operators do through it. */
@NullMarked
package io.guidepost.backend.web;

import org.jspecify.annotations.NullMarked;
