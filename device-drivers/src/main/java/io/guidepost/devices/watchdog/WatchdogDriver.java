package io.guidepost.devices.watchdog;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code watchdog}. */
public final class WatchdogDriver implements Driver {
    private static final int PATIENCE_SECONDS = 90;

    private final Map<String, String> environment;

    public WatchdogDriver() {
        this(System.getenv());
    }

    WatchdogDriver(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "watchdog";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.WATCHDOG;
    }

    @Override
    public String purpose() {
        return "the machine's own watchdog, for a kiosk that no service manager starts; under"
                + " systemd RuntimeWatchdogSec feeds it";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.usual("path", "its device", "/dev/watchdog"),
                Key.usual(
                        "patience-seconds",
                        "the kiosk may be ill for so long before the machine is restarted, 0 to"
                                + " 3600; longer than a trouble that passes by itself",
                        Integer.toString(PATIENCE_SECONDS)));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        Optional<Path> path = settings.path("path");
        boolean managed = !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
        Duration patience =
                Duration.ofSeconds(settings.number("patience-seconds", 0, 3600, PATIENCE_SECONDS));
        return (id, around) -> {
            Path file = path.orElseGet(() -> around.dev().resolve("watchdog"));
            Path name = file.getFileName();
            // The old name is that of the first.
            String known =
                    name == null || name.toString().equals("watchdog")
                            ? "watchdog0"
                            : name.toString();
            return new HardwareWatchdog(
                    id,
                    file,
                    around.sys().resolve("class/watchdog").resolve(known),
                    patience,
                    managed,
                    around.clock());
        };
    }
}
