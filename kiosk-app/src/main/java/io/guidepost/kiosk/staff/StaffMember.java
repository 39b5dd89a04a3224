package io.guidepost.kiosk.staff;

import io.guidepost.contract.member.StaffRef;
import java.time.Instant;

/** A member of staff who is signed in until {@code expiresAt}. */
public record StaffMember(StaffRef ref, String displayName, Instant expiresAt) {}
