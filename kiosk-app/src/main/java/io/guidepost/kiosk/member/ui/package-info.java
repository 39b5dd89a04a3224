/** Greeting a member. */
@NullMarked
package io.guidepost.kiosk.member.ui;

import org.jspecify.annotations.NullMarked;
