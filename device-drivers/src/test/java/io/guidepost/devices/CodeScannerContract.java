package io.guidepost.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every code scanner promises; each driver runs it against its simulator. */
public abstract class CodeScannerContract {
    protected static final Duration SOON = Duration.ofSeconds(15);

    /** Within this time a pulled plug is seen. */
    protected static final Duration SEEN = Duration.ofSeconds(1);

    /** Within this time a scanner that was plugged in again reads. */
    protected static final Duration BACK = Duration.ofSeconds(3);

    protected final List<Scan> scans = new CopyOnWriteArrayList<>();
    protected final List<Misread> misreads = new CopyOnWriteArrayList<>();
    protected CodeScanner scanner;

    /** Makes a driver connected to a running simulator; not started. */
    protected abstract CodeScanner open() throws Exception;

    /** Lets the simulator show this EAN-13. */
    protected abstract void show(String ean13) throws Exception;

    protected abstract void unplug() throws Exception;

    protected abstract void plug() throws Exception;

    @BeforeEach
    void start() throws Exception {
        scanner = open();
        scanner.onScan(scans::add);
        scanner.onMisread(misreads::add);
        assertThat(scanner.status()).isInstanceOf(DeviceStatus.Disconnected.class);
        scanner.start();
        await().atMost(SOON).until(() -> scanner.status().usable());
    }

    @AfterEach
    void stop() {
        scanner.close();
        assertThat(scanner.status()).isInstanceOf(DeviceStatus.Disconnected.class);
    }

    @Test
    void readsACode() throws Exception {
        show("4006381333931");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans.getFirst().data()).isEqualTo("4006381333931");
        assertThat(scans.getFirst().from()).isEqualTo(scanner.id());
        assertThat(scanner.counters().get("reads")).isEqualTo(1);
    }

    @Test
    void theSameCodeTwiceAtOnceIsOneScan() throws Exception {
        show("4006381333931");
        show("4006381333931");
        show("4012345678901");
        await().atMost(SOON).until(() -> scans.size() == 2);
        assertThat(scans).extracting(Scan::data).containsExactly("4006381333931", "4012345678901");
    }

    @Test
    void comesBackAfterItWasUnplugged() throws Exception {
        unplug();
        await().atMost(SEEN).until(() -> scanner.status() instanceof DeviceStatus.Disconnected);
        plug();
        await().atMost(BACK).until(() -> scanner.status().usable());
        show("4012345678901");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(scans).extracting(Scan::data).containsExactly("4012345678901");
    }

    @Test
    void aListenerThatThrowsHurtsNobody() throws Exception {
        scanner.onScan(
                _ -> {
                    throw new IllegalStateException("thrown by the test");
                });
        scanner.onScan(scans::add);
        show("4006381333931");
        await().atMost(SOON).until(() -> scans.size() == 2);
    }

    @Test
    void aClosedSubscriptionHearsNothing() throws Exception {
        List<Scan> others = new CopyOnWriteArrayList<>();
        Subscription subscription = scanner.onScan(others::add);
        subscription.close();
        show("4006381333931");
        await().atMost(SOON).until(() -> !scans.isEmpty());
        assertThat(others).isEmpty();
    }
}
