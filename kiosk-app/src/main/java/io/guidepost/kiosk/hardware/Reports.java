package io.guidepost.kiosk.hardware;

import io.guidepost.contract.fleet.DeviceReport;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.devices.Device;
import io.guidepost.devices.DeviceHealth;
import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Subscription;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.kiosk.health.DeviceReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The devices in the words of the contract. */
final class Reports implements DeviceReports {
    private final List<Device> devices;
    private final Map<DeviceId, String> drivers;

    Reports(DeviceConfig config, List<Device> devices) {
        this.devices = devices;
        this.drivers =
                config.devices().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        DeviceConfig.Entry::id, DeviceConfig.Entry::driver));
    }

    @Override
    public List<DeviceReport> all() {
        return devices.stream().map(this::report).toList();
    }

    @Override
    public Subscription onStatus(Runnable changed) {
        List<Subscription> all =
                devices.stream().map(device -> device.onStatus(_ -> changed.run())).toList();
        return () -> all.forEach(Subscription::close);
    }

    private DeviceReport report(Device device) {
        DeviceHealth health = device.health();
        return new DeviceReport(
                device.id().name(),
                device.id().kind().name(),
                drivers.getOrDefault(device.id(), "unknown"),
                status(device.status()),
                identity(device.identity()),
                new DeviceReport.Health(
                        evidence(health.driver()),
                        evidence(health.link()),
                        evidence(health.selfTest())),
                DeviceReport.Counters.of(device.counters().values()));
    }

    private static DeviceReport.Status status(DeviceStatus status) {
        return switch (status) {
            case DeviceStatus.Disconnected now -> status(State.DISCONNECTED, now, "");
            case DeviceStatus.Connecting now -> status(State.CONNECTING, now, "");
            case DeviceStatus.Ready now -> status(State.READY, now, "");
            case DeviceStatus.Degraded now -> status(State.DEGRADED, now, now.reason());
            case DeviceStatus.Fault now -> status(State.FAULT, now, now.reason());
        };
    }

    private static DeviceReport.Status status(State state, DeviceStatus now, String reason) {
        return new DeviceReport.Status(
                state,
                now.since(),
                Optional.of(DeviceReport.words(reason)).filter(text -> !text.isEmpty()));
    }

    private static DeviceReport.Identity identity(DeviceIdentity identity) {
        return new DeviceReport.Identity(
                DeviceReport.identity(identity.vendor()),
                DeviceReport.identity(identity.product()),
                DeviceReport.identity(identity.serial()),
                DeviceReport.identity(identity.path()));
    }

    private static DeviceReport.Evidence evidence(DeviceHealth.Evidence evidence) {
        return new DeviceReport.Evidence(
                switch (evidence.verdict()) {
                    case UNKNOWN -> DeviceReport.Verdict.UNKNOWN;
                    case GOOD -> DeviceReport.Verdict.GOOD;
                    case BAD -> DeviceReport.Verdict.BAD;
                },
                DeviceReport.words(evidence.what()),
                evidence.at());
    }
}
