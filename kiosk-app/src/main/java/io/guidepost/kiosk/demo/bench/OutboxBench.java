package io.guidepost.kiosk.demo.bench;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.StaffRef;
import io.guidepost.kiosk.demo.DemoException;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How many events a second the outbox takes on this disk: looks, which survive a killed process,
 * and money, which survives a power cut. The peer is SQLite, one row a transaction, with the same
 * promise.
 */
final class OutboxBench {
    private static final int WARM_UP = 300;
    private static final int LOOKS = 3_000;
    private static final int MONEY = 1_000;
    private static final long SQLITE_SECONDS = 120;

    private final Path scratch;

    OutboxBench(Path scratch) {
        this.scratch = scratch;
    }

    List<Figure> run() {
        SessionId session = new SessionId(Ids.newId().toString());
        double looks;
        double money;
        try (Store store =
                Store.open(
                        scratch.resolve("outbox"),
                        new KioskId("bench"),
                        new Counters(),
                        Clock.systemUTC())) {
            rate(store, WARM_UP, i -> look(session));
            looks = rate(store, LOOKS, i -> look(session));
            money = rate(store, MONEY, i -> restock());
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(
                beside(
                        Figure.of(
                                "outbox.no-fsync.per-second",
                                "outbox, one event a transaction, no fsync",
                                looks,
                                "/s"),
                        "OFF",
                        LOOKS));
        figures.add(
                beside(
                        Figure.of(
                                "outbox.fsync.per-second",
                                "outbox, one money event a transaction, fsync",
                                money,
                                "/s"),
                        "FULL",
                        MONEY));
        return figures;
    }

    private Figure beside(Figure figure, String synchronous, int rows) {
        OptionalDouble peer = sqlite(synchronous, rows);
        return peer.isPresent()
                ? figure.beside("SQLite " + synchronous, peer.getAsDouble())
                : figure;
    }

    private interface Source {
        KioskEvent event(int index);
    }

    private static double rate(Store store, int count, Source source) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            store.events().record(source.event(i));
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static KioskEvent look(SessionId session) {
        return new KioskEvent.OfferViewed(
                session, new OfferId("bench:one"), KioskEvent.How.SCAN, Instant.now());
    }

    private static KioskEvent restock() {
        return new KioskEvent.StockRestocked(
                UUID.randomUUID(),
                new OfferId("bench:one"),
                1,
                new StaffRef("s-bench"),
                Instant.now());
    }

    /** The same with the command-line SQLite, where it is installed. */
    private OptionalDouble sqlite(String synchronous, int rows) {
        Path program = Path.of("/usr/bin/sqlite3");
        if (!Files.isExecutable(program)) {
            return OptionalDouble.empty();
        }
        try {
            Path script = scratch.resolve("sqlite-" + synchronous + ".sql");
            StringBuilder sql =
                    new StringBuilder("pragma journal_mode=wal;\npragma synchronous=")
                            .append(synchronous)
                            .append(";\ncreate table outbox(id text primary key, data text);\n");
            for (int i = 0; i < rows; i++) {
                sql.append("insert into outbox values('")
                        .append(UUID.randomUUID())
                        .append(
                                "','{\"event\":\"offer-viewed\",\"offer\":\"bench:one\",\"how\":\"SCAN\",")
                        .append("\"session\":\"")
                        .append(UUID.randomUUID())
                        .append("\"}');\n");
            }
            Files.writeString(script, sql);
            long begin = System.nanoTime();
            Process process =
                    new ProcessBuilder(
                                    program.toString(),
                                    "-batch",
                                    scratch.resolve("sqlite-" + synchronous + ".db").toString())
                            .redirectInput(script.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(SQLITE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalDouble.empty();
            }
            return process.exitValue() == 0
                    ? OptionalDouble.of(rows * 1e9 / (System.nanoTime() - begin))
                    : OptionalDouble.empty();
        } catch (IOException e) {
            throw new DemoException("SQLite could not be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        }
    }
}
