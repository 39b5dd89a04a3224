package io.guidepost.contract.fleet;

import io.guidepost.contract.id.GroupId;
import java.util.Map;
import java.util.UUID;

/**
 * Inventory, sent after each connect.
 *
 * @param devices status by device name, such as {@code printer → READY}
 * @param catalogueVersion version of the replica, 0 where there is none
 * @param outbox events that wait for their acknowledgement
 * @param diskFreeBytes free bytes where the kiosk keeps its data
 */
public record Birth(
        UUID bootId,
        String app,
        GroupId group,
        Map<String, String> devices,
        long catalogueVersion,
        int outbox,
        long diskFreeBytes) {}
