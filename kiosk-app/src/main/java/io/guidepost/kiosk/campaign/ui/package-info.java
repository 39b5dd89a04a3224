/** The attract loop: the first thing on the glass, drawn without a style sheet. */
@NullMarked
package io.guidepost.kiosk.campaign.ui;

import org.jspecify.annotations.NullMarked;
