package io.guidepost.backend.telemetry;

import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.fleet.DeviceReport.Evidence;
import io.guidepost.contract.fleet.DeviceReport.Health;
import io.guidepost.contract.fleet.DeviceReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A report's times by the backend's clock, for a kiosk's own may be wrong by years. */
final class Dated {
    private Dated() {}

    /**
     * The report with each time as long before {@code received} as it was before {@code sent}. What
     * is later than {@code sent}, as the kiosk's clock was set back in between, is dated {@code
     * received}.
     */
    static DeviceReport of(DeviceReport report, Instant sent, Instant received) {
        Health health = report.health();
        return new DeviceReport(
                report.name(),
                report.kind(),
                report.driver(),
                new Status(
                        report.status().state(),
                        at(report.status().since(), sent, received),
                        report.status().reason()),
                report.identity(),
                new Health(
                        of(health.driver(), sent, received),
                        of(health.link(), sent, received),
                        of(health.selfTest(), sent, received)),
                report.counters());
    }

    private static Evidence of(Evidence evidence, Instant sent, Instant received) {
        Optional<Instant> at = evidence.at().map(seen -> at(seen, sent, received));
        return new Evidence(evidence.verdict(), evidence.what(), at);
    }

    private static Instant at(Instant seen, Instant sent, Instant received) {
        Duration age = Duration.between(seen, sent);
        return age.isNegative() ? received : received.minus(age);
    }
}
