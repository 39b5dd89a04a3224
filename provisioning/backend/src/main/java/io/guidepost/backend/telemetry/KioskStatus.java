package io.guidepost.backend.telemetry;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A kiosk as the fleet sees it.
 *
 * @param since when it came online or went; empty where it was never seen
 * @param devices status by device name
 * @param reasons what is wrong, by the name of the device that said so
 * @param outbox events that waited when it last connected
 */
public record KioskStatus(
        KioskId id,
        GroupId group,
        boolean online,
        Optional<Instant> since,
        Optional<String> app,
        Map<String, String> devices,
        Map<String, String> reasons,
        long catalogueVersion,
        int outbox,
        long diskFreeBytes) {}
