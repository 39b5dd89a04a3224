package io.guidepost.backend.app;

import io.guidepost.backend.enrol.KioskCredentials;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.sign.VerifyingKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a kiosk's properties file that only head office knows. */
final class KioskProperties {
    private KioskProperties() {}

    /**
     * The lines.
     *
     * @param store name of the place that the kiosk stands in
     * @throws IllegalArgumentException when the store is not a plain name
     */
    static String lines(
            KioskCredentials credentials,
            String store,
            TenantId tenant,
            Addresses addresses,
            VerifyingKey key) {
        if (!store.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("store: needs [a-z0-9][a-z0-9-]{0,59}");
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("tenant", tenant.value());
        lines.put("kiosk", credentials.id().value());
        lines.put("group", credentials.group().value());
        lines.put("store", store);
        lines.put("secret", credentials.secret());
        lines.put("mqtt-url", addresses.mqtt().toString());
        lines.put("http-url", addresses.http().toString());
        lines.put("key", Base64.getEncoder().encodeToString(key.encoded()));
        return lines.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
