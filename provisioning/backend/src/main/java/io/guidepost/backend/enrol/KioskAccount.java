package io.guidepost.backend.enrol;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;

/** A kiosk that may connect. */
public record KioskAccount(KioskId id, GroupId group) {}
