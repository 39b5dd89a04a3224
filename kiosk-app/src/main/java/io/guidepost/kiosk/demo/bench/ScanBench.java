package io.guidepost.kiosk.demo.bench;

import io.guidepost.kiosk.demo.Customer;
import io.guidepost.kiosk.demo.DemoException;
import io.guidepost.kiosk.demo.Installation;
import io.guidepost.kiosk.demo.KioskUnit;
import io.guidepost.kiosk.demo.Progress;
import io.guidepost.kiosk.demo.Rig;
import io.guidepost.kiosk.demo.RigPlan;
import io.guidepost.kiosk.demo.SampleMall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from the last byte on the scanner's line to the product's page on the screen,
 * as somebody sees it who asks the remote screen without pause; and what the kiosk holds in memory
 * with its whole catalogue, after all that.
 */
final class ScanBench {
    private static final int WARM_UP = 40;
    private static final int SCANS = 300;
    private static final Duration CATALOGUE = Duration.ofMinutes(1);
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private final Installation installation;
    private final Path scratch;
    private final Progress progress;

    ScanBench(Installation installation, Path scratch, Progress progress) {
        this.installation = installation;
        this.scratch = scratch;
        this.progress = progress;
    }

    /** Both need the same running system: {@code memory} only is told apart in the report. */
    List<Figure> run() {
        Path data = scratch.resolve("town");
        try (Rig rig = new Rig(installation, RigPlan.unattended(data), progress)) {
            rig.startBackend();
            KioskUnit kiosk = rig.kiosk("kiosk-1");
            rig.start(kiosk, Map.of());
            SampleMall mall = SampleMall.in(data.resolve("backend"));
            new Customer(kiosk, CATALOGUE).readOneOf(mall.slogans());
            List<SampleMall.Product> products = mall.products();
            scans(kiosk, products, WARM_UP);
            Samples times = Samples.of(scans(kiosk, products, SCANS));
            return List.of(
                    Figure.of(
                            "scan.page.median.ms",
                            "scan to product page on screen, median of " + SCANS,
                            times.median(),
                            "ms"),
                    Figure.of(
                            "scan.page.p99.ms",
                            "scan to product page on screen, 99th percentile",
                            times.quantile(0.99),
                            "ms"),
                    Figure.of(
                            "memory.at-work.mb",
                            "memory at work, whole catalogue (PSS)",
                            Memory.ofTree(kiosk.process().child().pid()),
                            "MB"));
        } catch (IOException e) {
            throw new DemoException("The scan could not be measured: " + e.getMessage(), e);
        }
    }

    private static double[] scans(KioskUnit kiosk, List<SampleMall.Product> products, int count)
            throws IOException {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            SampleMall.Product product = products.get(i % products.size());
            kiosk.devices().scanner().scanWithAim("]E0", product.ean13());
            long begin = System.nanoTime();
            while (!shows(kiosk, product)) {
                if (System.nanoTime() - begin > LIMIT_NANOS) {
                    throw new DemoException(
                            "Scan %d: the page of %s never came; the kiosk shows '%s'."
                                    .formatted(i, product.title(), kiosk.screen().name()));
                }
            }
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        return times;
    }

    private static boolean shows(KioskUnit kiosk, SampleMall.Product product) {
        return kiosk.screen().all().stream().anyMatch(n -> n.text().contains(product.title()));
    }
}
