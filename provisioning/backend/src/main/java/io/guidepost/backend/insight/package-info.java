/** What was sold, where and after which first look, and the live stream of it. */
@NullMarked
package io.guidepost.backend.insight;

import org.jspecify.annotations.NullMarked;
