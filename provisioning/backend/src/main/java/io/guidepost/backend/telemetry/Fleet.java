package io.guidepost.backend.telemetry;

import io.guidepost.backend.store.Database;
import io.guidepost.contract.fleet.Birth;
import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.Presence;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.result.RowView;

/** Which kiosks are online and what they said of themselves. Thread-safe. */
public final class Fleet {
    private final Database database;
    private final Clock clock;

    public Fleet(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes a kiosk's presence. The late death of an older connection is ignored.
     *
     * @return whether it changed anything
     */
    public boolean presence(KioskId kiosk, Presence presence) {
        return database.inTransaction(
                h ->
                        h.createUpdate(
                                                "update kiosks set online = :online, boot_id ="
                                                    + " :boot, conn_seq = :seq, app = :app, os ="
                                                    + " :os, presence_at = :now where id = :id and"
                                                    + " (:online or (boot_id = :boot and conn_seq"
                                                    + " <= :seq)) and not (online = :online and"
                                                    + " boot_id = :boot and conn_seq = :seq)")
                                        .bind("id", kiosk)
                                        .bind("online", presence.online())
                                        .bind("boot", presence.bootId())
                                        .bind("seq", presence.connSeq())
                                        .bind("app", cut(presence.app()))
                                        .bind("os", cut(presence.os()))
                                        .bind("now", clock.instant())
                                        .execute()
                                == 1);
    }

    /** Notes a kiosk's inventory. */
    public void birth(KioskId kiosk, Birth birth) {
        String devices = text(birth.devices());
        database.useTransaction(
                h ->
                        h.createUpdate(
                                        "update kiosks set birth_at = :now, app = :app, devices ="
                                            + " :devices, catalogue_version = :version, outbox ="
                                            + " :outbox, disk_free_bytes = :disk where id = :id")
                                .bind("id", kiosk)
                                .bind("now", clock.instant())
                                .bind("app", cut(birth.app()))
                                .bind("devices", devices)
                                .bind("version", birth.catalogueVersion())
                                .bind("outbox", birth.outbox())
                                .bind("disk", birth.diskFreeBytes())
                                .execute());
    }

    /**
     * Notes how a kiosk's devices stand. A batch that is no newer than the one before, as the
     * broker may give it twice, is ignored.
     *
     * @throws IllegalArgumentException where no such kiosk is enrolled
     */
    public void devices(KioskId kiosk, DeviceBatch batch) {
        Map<String, String> states = new TreeMap<>();
        batch.devices().forEach(d -> states.put(d.name(), d.status().state().name()));
        String devices = text(states);
        database.useTransaction(
                h -> {
                    if (DeviceTables.put(h, kiosk, batch, clock.instant())) {
                        h.createUpdate("update kiosks set devices = :devices where id = :id")
                                .bind("devices", devices)
                                .bind("id", kiosk)
                                .execute();
                    }
                });
    }

    private static String text(Map<String, String> states) {
        String devices = Json.writeText(new TreeMap<>(states));
        if (devices.length() > 4_000) {
            throw new IllegalArgumentException("devices: longer than 4000 characters as JSON");
        }
        return devices;
    }

    /** What a kiosk last reported of its devices; empty where it never did. */
    public Optional<KioskDevices> devicesOf(KioskId kiosk) {
        return database.inTransaction(h -> DeviceTables.find(h, kiosk));
    }

    /** All kiosks, by id. */
    public List<KioskStatus> all() {
        return database.inTransaction(
                h -> {
                    Map<KioskId, Map<String, String>> reasons = DeviceTables.reasons(h);
                    return h.createQuery("select * from kiosks order by id")
                            .map(row -> row(row, reasons))
                            .list();
                });
    }

    private static KioskStatus row(RowView row, Map<KioskId, Map<String, String>> reasons) {
        KioskId id = row.getColumn("id", KioskId.class);
        return new KioskStatus(
                id,
                row.getColumn("group_id", GroupId.class),
                row.getColumn("online", Boolean.class),
                Optional.ofNullable(row.getColumn("presence_at", Instant.class)),
                Optional.ofNullable(row.getColumn("app", String.class)),
                devices(Optional.ofNullable(row.getColumn("devices", String.class))),
                reasons.getOrDefault(id, Map.of()),
                row.getColumn("catalogue_version", Long.class),
                row.getColumn("outbox", Integer.class),
                row.getColumn("disk_free_bytes", Long.class));
    }

    private static Map<String, String> devices(Optional<String> json) {
        Map<String, String> devices = new TreeMap<>();
        Map<?, ?> read = json.<Map<?, ?>>map(text -> Json.read(text, Map.class)).orElse(Map.of());
        read.forEach((name, status) -> devices.put(String.valueOf(name), String.valueOf(status)));
        return devices;
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
