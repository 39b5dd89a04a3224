package io.guidepost.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.catalogue.Replica;
import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Counters;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir Path folder;
    private final Counters counters = new Counters();

    private Store open() {
        return Store.open(folder, new KioskId("kiosk-1"), counters, Clock.systemUTC());
    }

    @Test
    void keepsEventsUntilTheyAreAcknowledged() {
        UUID first;
        try (Store store = open()) {
            store.events().record(new KioskEvent.SessionStarted(Samples.SESSION, Instant.now()));
            store.events().record(Samples.captured(Ids.newId()));
            first = store.outbox().after(0, 10).getFirst().event().id();
        }
        try (Store store = open()) {
            assertThat(store.outbox().after(0, 10)).hasSize(2);
            store.outbox().acknowledged(List.of(first, UUID.randomUUID()));
            assertThat(store.outbox().after(0, 10))
                    .extracting(row -> row.event().type())
                    .containsExactly("io.guidepost.payment-captured");
        }
        try (Store store = open()) {
            assertThat(store.outbox().size()).isEqualTo(1);
        }
    }

    @Test
    void setsADamagedDatabaseAsideAndKeepsPaymentsAndEvents() throws IOException {
        PaymentIntent intent = Samples.intent();
        UUID sent;
        try (Store store = open()) {
            store.updates().replace(7, lines(7));
            store.events().record(new KioskEvent.SessionStarted(Samples.SESSION, Instant.now()));
            store.events().record(Samples.captured(Ids.newId()));
            sent = store.outbox().after(0, 10).getLast().event().id();
            store.payments().open(intent);
            store.payments()
                    .advance(
                            intent.reached(PaymentIntent.Stage.CAPTURED),
                            Samples.captured(intent.paymentId()));
            store.outbox().acknowledged(List.of(sent));
        }
        Files.write(folder.resolve("kiosk.mv.db"), new byte[64 * 1024]);

        try (Store store = open()) {
            assertThat(counters.get("store.begun-anew")).isEqualTo(2);
            assertThat(store.outbox().after(0, 10))
                    .extracting(row -> row.event().type())
                    .containsExactly(
                            "io.guidepost.session-started", "io.guidepost.payment-captured");
            assertThat(store.payments().find(intent.paymentId()))
                    .hasValue(intent.reached(PaymentIntent.Stage.CAPTURED));
            assertThat(store.replica().version()).isZero();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("kiosk.damaged-"));
        }
    }

    @Test
    void takesADatabaseThatOpensEmptyForDamaged() throws IOException {
        try (Store store = open()) {
            store.events().record(Samples.captured(Ids.newId()));
        }
        Path other = folder.resolve("other");
        var empty = JdbcConnectionPool.create("jdbc:h2:file:" + other, "kiosk", "");
        try (var c = empty.getConnection();
                var s = c.createStatement()) {
            s.execute("create table nothing (id int)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        empty.dispose();
        Files.move(
                folder.resolve("other.mv.db"),
                folder.resolve("kiosk.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);

        try (Store store = open()) {
            assertThat(store.outbox().size()).isEqualTo(1);
        }
    }

    @Test
    void advancesAPaymentToItsEndOnlyOnce() {
        PaymentIntent intent = Samples.intent();
        try (Store store = open()) {
            store.payments().open(intent);
            assertThat(store.payments().unresolved()).containsExactly(intent);
            for (int i = 0; i < 3; i++) {
                store.payments()
                        .advance(
                                intent.reached(PaymentIntent.Stage.CAPTURED),
                                Samples.captured(intent.paymentId()));
            }
            assertThat(store.payments().unresolved()).isEmpty();
            assertThat(store.outbox().size()).isEqualTo(1);
        }
    }

    @Test
    void tellsAFirstPrintFromACopyAlsoAfterARestart() {
        UUID voucher = Ids.newId();
        try (Store store = open()) {
            assertThat(store.prints().beginPrint(voucher)).isFalse();
            assertThat(store.prints().beginPrint(voucher)).isTrue();
        }
        try (Store store = open()) {
            assertThat(store.prints().beginPrint(voucher)).isTrue();
        }
    }

    @Test
    void replacesTheReplicaAsAWholeOrNotAtAll() {
        try (Store store = open()) {
            store.updates().replace(7, lines(7));
            Iterator<CatalogueLine> breaking =
                    new Iterator<>() {
                        private final Iterator<CatalogueLine> some =
                                List.<CatalogueLine>of(new CatalogueLine.OfOffer(Samples.tea(1, 8)))
                                        .iterator();

                        @Override
                        public boolean hasNext() {
                            return true;
                        }

                        @Override
                        public CatalogueLine next() {
                            if (!some.hasNext()) {
                                throw new NoSuchElementException("cut");
                            }
                            return some.next();
                        }
                    };

            assertThatThrownBy(() -> store.updates().replace(8, breaking))
                    .isInstanceOf(NoSuchElementException.class);

            Replica replica = store.replica();
            assertThat(replica.version()).isEqualTo(7);
            assertThat(replica.byGtin(Samples.TEA_GTIN))
                    .extracting(o -> o.prices().online())
                    .containsExactly(Money.of(2500, "EUR"));
            assertThat(replica.categories()).containsEntry("grocery", 1);
            assertThat(replica.merchant(Samples.TEA_HOUSE)).hasValue(Samples.teaHouse());
            assertThat(replica.history(Samples.TEA)).hasSize(2);
        }
    }

    @Test
    void appliesOnlyChangesThatAreNewer() {
        try (Store store = open()) {
            store.updates().replace(7, lines(7));
            store.updates()
                    .apply(
                            Samples.document(
                                    9,
                                    5,
                                    new byte[1],
                                    7,
                                    List.of(Samples.tea(1111, 6), Samples.tea(2222, 9))));

            assertThat(store.replica().offer(Samples.TEA))
                    .hasValueSatisfying(
                            o -> assertThat(o.prices().online()).isEqualTo(Money.of(2222, "EUR")));
            assertThat(store.replica().version()).isEqualTo(9);
            assertThat(store.replica().campaigns()).hasSize(1);
        }
    }

    private static Iterator<CatalogueLine> lines(long version) {
        List<CatalogueLine> all = Samples.snapshot(version, 2500);
        return all.subList(1, all.size() - 1).iterator();
    }
}
