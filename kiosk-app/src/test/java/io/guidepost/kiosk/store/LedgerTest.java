package io.guidepost.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.platform.Outbox;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger keeps, drops and makes room of. */
class LedgerTest {
    private static final int MOST_OTHERS = 100;
    private static final long REWRITE_FROM = 20_000;

    @TempDir Path folder;
    private final Counters counters = new Counters();

    private Ledger open() {
        return new Ledger(
                new LedgerBook(file(), MOST_OTHERS, REWRITE_FROM, counters),
                new KioskId("kiosk-1"),
                Clock.systemUTC());
    }

    private Path file() {
        return folder.resolve("ledger.journal");
    }

    @Test
    void dropsTheOldestLooksWhenFullAndNeverMoney() {
        try (Ledger ledger = open()) {
            ledger.record(Samples.captured(Ids.newId()));
            for (int i = 0; i < MOST_OTHERS + 1; i++) {
                ledger.record(look());
            }
            assertThat(ledger.size()).isEqualTo(MOST_OTHERS);
            assertThat(counters.get("store.outbox.dropped")).isEqualTo(2);
            assertThat(ledger.after(0, 1).getFirst().event().type())
                    .isEqualTo("io.guidepost.payment-captured");
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.size()).isEqualTo(MOST_OTHERS);
        }
    }

    @Test
    void growsNoLongerThanWhatStillCounts() throws IOException {
        PaymentIntent open = Samples.intent();
        PaymentIntent ended = Samples.intent();
        UUID printed = Ids.newId();
        List<UUID> waiting;
        try (Ledger ledger = open()) {
            ledger.open(open);
            ledger.open(ended);
            ledger.advance(
                    ended.reached(PaymentIntent.Stage.CAPTURED),
                    Samples.captured(ended.paymentId()));
            assertThat(ledger.beginPrint(printed)).isFalse();
            for (int i = 0; i < 500; i++) {
                ledger.record(look());
                if (i % 2 == 0) {
                    ledger.acknowledged(List.of(ledger.after(0, 2).getLast().event().id()));
                }
            }
            waiting = ids(ledger);
            assertThat(Files.size(file())).isLessThan(4 * REWRITE_FROM);
        }
        try (Ledger ledger = open()) {
            assertThat(ids(ledger)).isEqualTo(waiting);
            assertThat(ledger.unresolved()).containsExactly(open);
            assertThat(ledger.find(ended.paymentId()))
                    .hasValue(ended.reached(PaymentIntent.Stage.CAPTURED));
            assertThat(ledger.beginPrint(printed)).isTrue();
        }
    }

    @Test
    void losesOnlyTheRecordThatIsDamaged() throws IOException {
        PaymentIntent intent = Samples.intent();
        List<UUID> written;
        try (Ledger ledger = open()) {
            ledger.record(look());
            ledger.record(look());
            ledger.record(Samples.captured(Ids.newId()));
            ledger.open(intent);
            written = ids(ledger);
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[60] ^= 1;
        Files.write(file(), bytes);

        try (Ledger ledger = open()) {
            assertThat(ids(ledger)).isEqualTo(written.subList(1, 3));
            assertThat(ledger.unresolved()).containsExactly(intent);
            assertThat(counters.get("store.journal.damaged")).isEqualTo(1);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.size()).isEqualTo(2);
            assertThat(counters.get("store.journal.damaged")).as("mended").isEqualTo(1);
        }
    }

    @Test
    void anEventThatRotsWhileItWaitsIsCountedAndHoldsNobodyUp() throws IOException {
        try (Ledger ledger = open()) {
            ledger.record(look());
            ledger.record(look());
            byte[] bytes = Files.readAllBytes(file());
            bytes[60] ^= 1;
            Files.write(file(), bytes);

            assertThat(ledger.after(0, 10)).hasSize(1);
            assertThat(ledger.size()).isEqualTo(1);
            assertThat(counters.get("store.journal.damaged")).isEqualTo(1);
        }
    }

    @Test
    void moneyThatCannotBeReadBackStaysInTheFile() throws IOException {
        try (Ledger ledger = open()) {
            ledger.record(Samples.captured(Ids.newId()));
            byte[] bytes = Files.readAllBytes(file());
            bytes[60] ^= 1;
            Files.write(file(), bytes);
            assertThat(ledger.after(0, 10)).isEmpty();
            assertThat(ledger.size()).isEqualTo(1);
            for (int i = 0; i < 200; i++) {
                ledger.record(look());
            }
            byte[] now = Files.readAllBytes(file());
            assertThat(Arrays.copyOf(now, bytes.length)).as("not rewritten").isEqualTo(bytes);
        }
        try (Ledger _ = open()) {
            assertThat(folder.resolve("ledger.journal.damaged")).exists();
        }
    }

    @Test
    void refusesARecordThatIsTooLongAndGoesOn() {
        try (Ledger ledger = open()) {
            ledger.record(look());
            String tooLong = "x".repeat(Journal.LONGEST_PAYLOAD);
            assertThatThrownBy(
                            () ->
                                    ledger.record(
                                            new KioskEvent.PaymentCaptured(
                                                    Samples.SESSION,
                                                    Ids.newId(),
                                                    Ids.newId(),
                                                    Money.of(2500, "EUR"),
                                                    tooLong,
                                                    "A1",
                                                    Optional.empty(),
                                                    Instant.now())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("at most");
            ledger.record(look());
            assertThat(ledger.size()).isEqualTo(2);
        }
    }

    @Test
    void acknowledgesMoreThanFitsIntoOneRecord() {
        try (Ledger ledger = open()) {
            List<UUID> many = new ArrayList<>();
            for (int i = 0; i < 30_000; i++) {
                many.add(Ids.newId());
            }
            ledger.record(look());
            many.addAll(ids(ledger));
            ledger.acknowledged(many);
            assertThat(ledger.size()).isZero();
        }
    }

    private static List<UUID> ids(Ledger ledger) {
        return ledger.after(0, 1_000).stream().map(Outbox.Row::event).map(e -> e.id()).toList();
    }

    private static KioskEvent look() {
        return new KioskEvent.SessionStarted(Samples.SESSION, Instant.now());
    }
}
