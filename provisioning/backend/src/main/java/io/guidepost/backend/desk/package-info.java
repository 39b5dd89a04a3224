/** Where the requests and events of kiosks meet the features. */
@NullMarked
package io.guidepost.backend.desk;

import org.jspecify.annotations.NullMarked;
