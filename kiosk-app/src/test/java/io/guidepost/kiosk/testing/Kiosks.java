package io.guidepost.kiosk.testing;

import io.guidepost.kiosk.app.KioskConfig;
import io.guidepost.kiosk.app.KioskConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Settings of a kiosk under test: everything quick. */
public final class Kiosks {
    private Kiosks() {}

    public static List<String> arguments(
            Path data, int mqttPort, BackendSide backend, Map<String, String> more) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("--data", data.toString(), "--zone", "UTC", "--region", "north"));
        all.addAll(List.of("--mqtt-url", "tcp://127.0.0.1:" + mqttPort));
        all.addAll(List.of("--http-url", backend.http().toString()));
        all.addAll(
                List.of(
                        "--key",
                        Base64.getEncoder()
                                .encodeToString(backend.key().verifyingKey().encoded())));
        all.addAll(List.of("--keep-alive", "1s", "--retry-first", "50ms"));
        all.addAll(List.of("--retry-longest", "200ms", "--resend-after", "1500ms"));
        more.forEach((name, value) -> all.addAll(List.of("--" + name, value)));
        return all;
    }

    public static KioskConfig config(
            Path data, int mqttPort, BackendSide backend, Map<String, String> more) {
        return KioskConfigReader.read(arguments(data, mqttPort, backend, more), Map.of());
    }
}
