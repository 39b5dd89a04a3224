package io.guidepost.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Outbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kiosk killed with SIGKILL while it writes: whatever a caller was told is written is there
 * afterwards.
 */
class StoreKillTest {
    private static final int ROUNDS = 4;

    @TempDir Path folder;

    @Test
    void everyRowThatACallerWasToldOfIsThereAfterAKill() throws Exception {
        Set<UUID> told = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Process writer = child();
            try (BufferedReader out = writer.inputReader()) {
                int enough = ThreadLocalRandom.current().nextInt(20, 200);
                for (int i = 0; i < enough; i++) {
                    told.add(UUID.fromString(out.readLine()));
                }
                if (round == 0) {
                    assertThatThrownBy(this::open)
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("another kiosk");
                }
                // The handle's SIGKILL leaves the output readable; the process's own would close
                // it.
                assertThat(writer.toHandle().destroyForcibly()).isTrue();
                // What it said before it died counts as well; the last line may be cut.
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.length() == 36) {
                        told.add(UUID.fromString(line));
                    }
                }
            }
            assertThat(writer.waitFor()).isEqualTo(137);
        }
        try (Store store = open()) {
            Set<UUID> there = new HashSet<>();
            List<Outbox.Row> rows = store.outbox().after(0, 1000);
            while (!rows.isEmpty()) {
                rows.forEach(row -> there.add(sessionOrPayment(row)));
                rows = store.outbox().after(rows.getLast().seq(), 1000);
            }
            assertThat(told).hasSizeGreaterThan(ROUNDS * 20);
            assertThat(there).containsAll(told);
        }
    }

    private Store open() {
        return Store.open(folder, new KioskId("kiosk-1"), new Counters(), Clock.systemUTC());
    }

    private static UUID sessionOrPayment(Outbox.Row row) {
        return switch (Json.read(row.event().data(), KioskEvent.class)) {
            case KioskEvent.PaymentCaptured e -> e.paymentId();
            case KioskEvent.SessionStarted e -> UUID.fromString(e.session().value());
            case KioskEvent e -> throw new AssertionError(e.type());
        };
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Writes events from several threads, for ever, and says each one that it was told is written.
     */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws InterruptedException {
            Store store =
                    Store.open(
                            Path.of(args[0]),
                            new KioskId("kiosk-1"),
                            new Counters(),
                            Clock.systemUTC());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean money = i % 2 == 0;
                threads.add(Thread.ofVirtual().start(() -> write(store, money)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        @SuppressWarnings("SystemOut")
        private static void write(Store store, boolean money) {
            while (true) {
                UUID id = Ids.newId();
                store.events().record(money ? captured(id) : started(id));
                synchronized (Writer.class) {
                    System.out.println(id);
                }
            }
        }

        private static KioskEvent started(UUID id) {
            return new KioskEvent.SessionStarted(new SessionId(id.toString()), Instant.now());
        }

        private static KioskEvent captured(UUID id) {
            return new KioskEvent.PaymentCaptured(
                    new SessionId(id.toString()),
                    id,
                    Ids.newId(),
                    Money.of(100, "EUR"),
                    "T",
                    "A",
                    Optional.empty(),
                    Instant.now());
        }
    }
}
