/** Members and staff, as the backend lets a kiosk know them. */
@NullMarked
package io.guidepost.contract.member;

import org.jspecify.annotations.NullMarked;
