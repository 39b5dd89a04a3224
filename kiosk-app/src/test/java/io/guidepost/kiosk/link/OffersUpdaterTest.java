package io.guidepost.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.contract.catalogue.CatalogueLine;
import io.guidepost.contract.catalogue.OffersDocument;
import io.guidepost.contract.json.Json;
import io.guidepost.contract.money.Money;
import io.guidepost.contract.sign.SigningKey;
import io.guidepost.kiosk.app.KioskCore;
import io.guidepost.kiosk.catalogue.Freshness;
import io.guidepost.kiosk.catalogue.PriceLookup;
import io.guidepost.kiosk.platform.Connection;
import io.guidepost.kiosk.testing.BackendSide;
import io.guidepost.kiosk.testing.BreakableProxy;
import io.guidepost.kiosk.testing.Kiosks;
import io.guidepost.kiosk.testing.Mosquitto;
import io.guidepost.kiosk.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the catalogue comes to the kiosk: by signed document and snapshot, or not at all. */
@Timeout(60)
class OffersUpdaterTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path folder;
    private Mosquitto broker;
    private BackendSide backend;
    private BreakableProxy proxy;
    private KioskCore core;

    OffersUpdaterTest() {}

    @BeforeEach
    void start() throws IOException {
        broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
        backend = BackendSide.start(broker.port());
        proxy = new BreakableProxy(broker.port());
        core =
                KioskCore.open(
                        Kiosks.config(folder.resolve("data"), proxy.port(), backend, Map.of()),
                        Clock.systemUTC());
        core.start();
        await().atMost(SOON)
                .until(() -> core.services().backend().connection().get() == Connection.ONLINE);
    }

    @AfterEach
    void stop() throws IOException {
        core.close();
        proxy.close();
        backend.close();
        broker.close();
    }

    private long count(String name) {
        return core.services().health().read().counters().getOrDefault(name, 0L);
    }

    private long version() {
        return core.services().health().read().catalogueVersion();
    }

    private byte[] publish(long version, List<? extends CatalogueLine> lines) {
        byte[] snapshot = BackendSide.snapshot(lines);
        OffersDocument document = Samples.document(version, version, snapshot, version, List.of());
        backend.put(document.snapshot().path(), snapshot);
        backend.publishOffers(document);
        return snapshot;
    }

    private Money priceOfTea() throws Exception {
        PriceLookup found =
                core.services()
                        .catalogue()
                        .byGtin(Samples.TEA_GTIN)
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
        return ((PriceLookup.Found) found).best().offer().prices().online();
    }

    @Test
    void fetchesTheSnapshotAndAppliesLaterChangesWithoutIt() throws Exception {
        byte[] snapshot = publish(3, Samples.snapshot(3, 2500));
        await().atMost(SOON).until(() -> version() == 3);
        assertThat(priceOfTea()).isEqualTo(Money.of(2500, "EUR"));
        var page =
                core.services()
                        .catalogue()
                        .page(Samples.TEA)
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS)
                        .orElseThrow();
        assertThat(page.lowest()).hasValue(Money.of(2500, "EUR"));
        assertThat(page.discount()).hasValueSatisfying(d -> assertThat(d.percent()).isEqualTo(3));

        backend.publishOffers(Samples.document(4, 3, snapshot, 3, List.of(Samples.tea(1900, 4))));

        await().atMost(SOON).until(() -> version() == 4);
        assertThat(priceOfTea()).isEqualTo(Money.of(1900, "EUR"));
        assertThat(count("link.snapshot.applied")).isEqualTo(1);
        assertThat(
                        core.services()
                                .campaigns()
                                .running()
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                .hasSize(1);
    }

    @Test
    void refusesAndCountsWhatIsNotSignedByTheBackend() {
        publish(3, Samples.snapshot(3, 2500));
        await().atMost(SOON).until(() -> version() == 3);
        byte[] json =
                Json.write(Samples.document(9, 1, new byte[1], 9, List.of(Samples.tea(1, 9))));

        backend.publishOffers(json, SigningKey.generate().sign(json));
        await().atMost(SOON).until(() -> count("link.document.bad-signature") == 1);
        byte[] changed =
                new String(json, StandardCharsets.UTF_8)
                        .replace("Spring", "Sprung")
                        .getBytes(StandardCharsets.UTF_8);
        backend.publishOffers(changed, backend.key().sign(json));
        await().atMost(SOON).until(() -> count("link.document.bad-signature") == 2);
        byte[] garbage = "{\"group\":7}".getBytes(StandardCharsets.UTF_8);
        backend.publishOffers(garbage, backend.key().sign(garbage));
        await().atMost(SOON).until(() -> count("link.document.malformed") == 1);
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void anOlderDocumentDoesNotTurnTheCatalogueBack() {
        publish(3, Samples.snapshot(3, 2500));
        await().atMost(SOON).until(() -> version() == 3);
        publish(2, Samples.snapshot(2, 100));
        await().atMost(SOON).until(() -> count("link.document.outdated") == 1);
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void aDamagedSnapshotIsRefusedAndTheReplicaStays() throws Exception {
        publish(3, Samples.snapshot(3, 2500));
        await().atMost(SOON).until(() -> version() == 3);
        byte[] good = BackendSide.snapshot(Samples.snapshot(5, 1000));
        OffersDocument document = Samples.document(5, 5, good, 5, List.of());
        byte[] flipped = good.clone();
        flipped[flipped.length / 2] ^= 1;
        backend.put(document.snapshot().path(), flipped);

        backend.publishOffers(document);

        await().atMost(SOON).until(() -> count("link.snapshot.refused") >= 1);
        assertThat(version()).isEqualTo(3);
        assertThat(priceOfTea()).isEqualTo(Money.of(2500, "EUR"));
        backend.put(document.snapshot().path(), good);
        await().atMost(SOON).until(() -> version() == 5);
    }

    @Test
    void aSnapshotWhoseLinesAreCutIsRefusedThoughItsDigestIsRight() throws Exception {
        List<CatalogueLine> lines = new ArrayList<>(Samples.snapshot(3, 2500));
        lines.removeLast();

        publish(3, lines);

        await().atMost(SOON).until(() -> count("link.snapshot.refused") >= 1);
        assertThat(version()).isZero();
    }

    @Test
    void aBrokenOffDownloadIsTakenUpWhereItStopped() {
        List<CatalogueLine> lines = Samples.snapshot(3, 2500);
        byte[] snapshot = BackendSide.snapshot(lines);
        backend.cutAnswersAfter(Optional.of(snapshot.length / 2));
        publish(3, lines);
        await().atMost(SOON).until(() -> count("link.snapshot.refused") >= 1);

        backend.cutAnswersAfter(Optional.empty());

        await().atMost(SOON).until(() -> version() == 3);
        assertThat(backend.ranges()).isNotEmpty();
    }

    @Test
    void pricesCarryTheirAgeWhileTheBackendIsAway() {
        Freshness never = core.services().catalogue().freshness();
        assertThat(never).isEqualTo(new Freshness(Optional.empty(), true, false));
        publish(3, Samples.snapshot(3, 2500));
        await().atMost(SOON).until(() -> !core.services().catalogue().freshness().stale());

        proxy.refuse(true);
        proxy.cut();

        await().atMost(SOON).until(() -> core.services().catalogue().freshness().stale());
        assertThat(core.services().catalogue().freshness().asOf()).isPresent();
    }
}
