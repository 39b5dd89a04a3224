/** Greeting a member by the code on their card or phone. */
@NullMarked
package io.guidepost.kiosk.member;

import org.jspecify.annotations.NullMarked;
