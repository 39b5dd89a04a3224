package io.guidepost.backend.telemetry;

import io.guidepost.contract.fleet.DeviceBatch;
import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The newest report of each kiosk's devices, and how many batches are missing. */
final class DeviceTables {
    private DeviceTables() {}

    private record Stream(
            UUID boot, long seq, long missed, Instant changedAt, Optional<Instant> gapAt) {}

    /**
     * Keeps a batch in place of the one before.
     *
     * @return false for one that is no newer than what is there
     * @throws IllegalArgumentException where no such kiosk is enrolled
     */
    static boolean put(Handle transaction, KioskId kiosk, DeviceBatch batch, Instant now) {
        Optional<Stream> before =
                stream(transaction, kiosk).filter(s -> s.boot().equals(batch.bootId()));
        if (before.isPresent() && batch.seq() <= before.get().seq()) {
            return false;
        }
        List<DeviceReport> reports =
                batch.devices().stream().map(r -> Dated.of(r, batch.at(), now)).toList();
        Instant changedAt =
                conditions(transaction, kiosk).equals(conditions(reports))
                        ? before.map(Stream::changedAt).orElse(now)
                        : now;
        long lost = batch.seq() - 1 - before.map(Stream::seq).orElse(0L);
        Stream next =
                new Stream(
                        batch.bootId(),
                        batch.seq(),
                        before.map(Stream::missed).orElse(0L) + lost,
                        changedAt,
                        lost > 0 ? Optional.of(now) : before.flatMap(Stream::gapAt));
        replace(transaction, kiosk, next, batch.omitted(), now);
        insert(transaction, kiosk, reports);
        return true;
    }

    private static Optional<Stream> stream(Handle transaction, KioskId kiosk) {
        return transaction
                .createQuery("select * from device_streams where kiosk_id = :id")
                .bind("id", kiosk)
                .map(
                        row ->
                                new Stream(
                                        row.getColumn("boot_id", UUID.class),
                                        row.getColumn("seq", Long.class),
                                        row.getColumn("missed", Long.class),
                                        row.getColumn("changed_at", Instant.class),
                                        Optional.ofNullable(
                                                row.getColumn("gap_at", Instant.class))))
                .findOne();
    }

    /** Status and reason by name: what a page shows without being asked. */
    private static Map<String, String> conditions(List<DeviceReport> reports) {
        return reports.stream()
                .collect(
                        Collectors.toMap(
                                DeviceReport::name,
                                r -> r.status().state() + " " + r.status().reason().orElse("")));
    }

    private static Map<String, String> conditions(Handle transaction, KioskId kiosk) {
        return transaction
                .createQuery(
                        "select name, concat(state, ' ', coalesce(reason, '')) as status from"
                                + " device_reports where kiosk_id = :id")
                .bind("id", kiosk)
                .reduceRows(
                        new TreeMap<String, String>(),
                        (all, row) -> {
                            all.put(
                                    row.getColumn("name", String.class),
                                    row.getColumn("status", String.class));
                            return all;
                        });
    }

    private static void replace(
            Handle transaction, KioskId kiosk, Stream next, int omitted, Instant now) {
        transaction
                .createUpdate("delete from device_reports where kiosk_id = :id")
                .bind("id", kiosk)
                .execute();
        transaction
                .createUpdate("delete from device_streams where kiosk_id = :id")
                .bind("id", kiosk)
                .execute();
        int rows =
                transaction
                        .createUpdate(
                                "insert into device_streams (kiosk_id, boot_id, seq, received_at,"
                                    + " changed_at, missed, gap_at, omitted) select id, :boot,"
                                    + " :seq, :now, :changed, :missed, :gap, :omitted from kiosks"
                                    + " where id = :id")
                        .bind("id", kiosk)
                        .bind("boot", next.boot())
                        .bind("seq", next.seq())
                        .bind("now", now)
                        .bind("changed", next.changedAt())
                        .bind("missed", next.missed())
                        .bind("gap", next.gapAt().orElse(null))
                        .bind("omitted", omitted)
                        .execute();
        if (rows == 0) {
            throw new IllegalArgumentException("kiosk: is not enrolled");
        }
    }

    private static void insert(Handle transaction, KioskId kiosk, List<DeviceReport> reports) {
        if (reports.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                transaction.prepareBatch(
                        "insert into device_reports (kiosk_id, name, state, reason, report) values"
                                + " (:id, :name, :state, :reason, :report)");
        for (DeviceReport report : reports) {
            batch.bind("id", kiosk)
                    .bind("name", report.name())
                    .bind("state", report.status().state().name())
                    .bind("reason", report.status().reason().orElse(null))
                    .bind("report", Json.writeText(report))
                    .add();
        }
        batch.execute();
    }

    /** What a kiosk last reported; empty where it never did. */
    static Optional<KioskDevices> find(Handle transaction, KioskId kiosk) {
        List<DeviceReport> reports =
                transaction
                        .createQuery(
                                "select report from device_reports where kiosk_id = :id order by"
                                        + " name")
                        .bind("id", kiosk)
                        .mapTo(String.class)
                        .map(json -> Json.read(json, DeviceReport.class))
                        .list();
        return transaction
                .createQuery("select * from device_streams where kiosk_id = :id")
                .bind("id", kiosk)
                .map(
                        row ->
                                new KioskDevices(
                                        row.getColumn("received_at", Instant.class),
                                        row.getColumn("seq", Long.class),
                                        row.getColumn("missed", Long.class),
                                        Optional.ofNullable(row.getColumn("gap_at", Instant.class)),
                                        row.getColumn("omitted", Integer.class),
                                        reports))
                .findOne();
    }

    /** Reasons by kiosk and device, of the devices that gave one. */
    static Map<KioskId, Map<String, String>> reasons(Handle transaction) {
        return transaction
                .createQuery(
                        "select kiosk_id, name, reason from device_reports where reason is not"
                                + " null")
                .reduceRows(
                        new TreeMap<KioskId, Map<String, String>>(
                                java.util.Comparator.comparing(KioskId::value)),
                        (all, row) -> {
                            all.computeIfAbsent(
                                            row.getColumn("kiosk_id", KioskId.class),
                                            _ -> new TreeMap<>())
                                    .put(
                                            row.getColumn("name", String.class),
                                            row.getColumn("reason", String.class));
                            return all;
                        });
    }
}
