/** Members, known by a digest of their code, and staff with badge and PIN. */
@NullMarked
package io.guidepost.backend.member;

import org.jspecify.annotations.NullMarked;
