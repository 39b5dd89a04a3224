package io.guidepost.kiosk.app;

import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.LabelLayout;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.sign.VerifyingKey;
import io.guidepost.devices.app.Drivers;
import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.kiosk.app.KioskConfig.Backend;
import io.guidepost.kiosk.app.KioskConfig.Display;
import io.guidepost.kiosk.app.KioskConfig.Place;
import io.guidepost.kiosk.app.KioskConfig.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings of a kiosk: arguments ({@code --key value}) over the environment ({@code
 * GUIDEPOST_KEY}) over the file named by {@code --settings} over the defaults. All problems are
 * listed together.
 *
 * <p>Keys: {@code data} (folder), {@code tenant}, {@code kiosk}, {@code group}, {@code store},
 * {@code region}, {@code zone}, {@code discount-days}, {@code label-layouts} (see {@link
 * LabelLayout}); {@code mqtt-url}, {@code http-url}, {@code secret} or {@code secret-file}, {@code
 * key} or {@code key-file} (Ed25519 public key, base64 of its X.509 form), {@code keep-alive},
 * {@code retry-first}, {@code retry-longest}, {@code resend-after}; the devices' keys as {@link
 * DeviceConfig} names them; {@code width}, {@code height}, {@code pixels-per-mm}, {@code
 * full-screen}, {@code language}, {@code remote-port}, {@code remote.token}; {@code idle}, {@code
 * warning}.
 */
public final class KioskConfigReader {
    /** The keys for somebody who sets a kiosk up. */
    static final String HELP =
            """
            kiosk [--settings FILE] [--KEY VALUE ...]

            Settings come from the arguments, the environment (GUIDEPOST_KEY), the file (KEY=VALUE lines) and the defaults, in this order.

              data DIR                     where it keeps catalogue and journal (default: guidepost-kiosk)
              tenant, kiosk, group, store  who it is; head office hands these lines out, with secret, key and addresses
              secret | secret-file         its password at the broker
              mqtt-url, http-url           the backend (default: tcp://127.0.0.1:1883, http://127.0.0.1:8080/)
              key | key-file               the backend's Ed25519 public key, base64
              region, zone                 where it stands: berlin, Europe/Berlin
              discount-days N              days that a discount is measured against, 1 to 365 (default: 30)
              label-layouts LIST           how the store's own scales write barcodes, such as 20IIIIIVPPP.PPC: docs/devices/codes.md
              width, height, pixels-per-mm the panel (default: 1080, 1920, 3.2)
              full-screen yes|no           (default: no)
              language en|de|es|zh|ar      (default: en)
              idle, warning TIME           until a left session is warned, and then wiped (default: 90s, 20s)
              keep-alive, retry-first, retry-longest, resend-after TIME   the link's pace (default: 30s, 1s, 5m, 30s)
              remote-port N                serves the screen on 127.0.0.1; remote.token asks for a token
              device.NAME.driver, device.NAME.KEY   the devices, not from the environment: guidepost devices drivers

              --rehearse                   draws the first screen, builds the others and ends
            """;

    /** Time to answer that everybody must have (WCAG 2.2.1). */
    private static final Duration SHORTEST_WARNING = Duration.ofSeconds(20);

    private static final Set<String> KEYS =
            Set.of(
                    "data",
                    "tenant",
                    "kiosk",
                    "group",
                    "store",
                    "region",
                    "zone",
                    "discount-days",
                    "label-layouts",
                    "mqtt-url",
                    "http-url",
                    "secret",
                    "secret-file",
                    "key",
                    "key-file",
                    "keep-alive",
                    "retry-first",
                    "retry-longest",
                    "resend-after",
                    "width",
                    "height",
                    "pixels-per-mm",
                    "full-screen",
                    "language",
                    "remote-port",
                    "remote.token",
                    "idle",
                    "warning");

    private static final Duration TICK = Duration.ofMillis(10);

    private final Settings settings;

    private KioskConfigReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads everything.
     *
     * @throws BadConfig with every problem at once
     */
    public static KioskConfig read(List<String> arguments, Map<String, String> environment) {
        Settings settings = new Settings(KEYS, DeviceConfig.PREFIX, arguments, environment);
        KioskConfig config = new KioskConfigReader(settings).build();
        if (!settings.problems().isEmpty()) {
            throw new BadConfig(settings.problems());
        }
        return config;
    }

    private KioskConfig build() {
        return new KioskConfig(
                settings.value("data", Path::of, Path.of("guidepost-kiosk")),
                place(),
                backend(),
                devices(),
                display(),
                new Times(
                        settings.time("idle", Duration.ofSeconds(1), Duration.ofSeconds(90)),
                        settings.time("warning", SHORTEST_WARNING, Duration.ofSeconds(20))));
    }

    private Place place() {
        return new Place(
                settings.value("tenant", TenantId::new, new TenantId("demo")),
                settings.value("kiosk", KioskId::new, new KioskId("kiosk-1")),
                settings.value("group", GroupId::new, new GroupId("mall")),
                settings.text("store").orElse("store"),
                settings.value("region", RegionId::new, new RegionId("local")),
                settings.value("zone", ZoneId::of, ZoneId.systemDefault()),
                settings.number("discount-days", 1, 365, 30),
                settings.value("label-layouts", KioskConfigReader::layouts, List.of()));
    }

    private Backend backend() {
        return new Backend(
                settings.value(
                        "mqtt-url",
                        KioskConfigReader::brokerUrl,
                        URI.create("tcp://127.0.0.1:1883")),
                settings.value(
                        "http-url",
                        KioskConfigReader::httpUrl,
                        URI.create("http://127.0.0.1:8080/")),
                secret(),
                key(),
                settings.time("keep-alive", Duration.ofSeconds(1), Duration.ofSeconds(30)),
                settings.time("retry-first", TICK, Duration.ofSeconds(1)),
                settings.time("retry-longest", TICK, Duration.ofMinutes(5)),
                settings.time("resend-after", TICK, Duration.ofSeconds(30)));
    }

    private Optional<String> secret() {
        Optional<String> inline = settings.text("secret");
        return inline.isPresent()
                ? inline
                : settings.optional("secret-file", KioskConfigReader::firstLine);
    }

    private Optional<VerifyingKey> key() {
        Optional<VerifyingKey> inline = settings.optional("key", KioskConfigReader::verifyingKey);
        return inline.isPresent()
                ? inline
                : settings.optional("key-file", file -> verifyingKey(firstLine(file)));
    }

    private DeviceConfig devices() {
        try {
            return Drivers.config(settings.free());
        } catch (DeviceConfig.InvalidException e) {
            e.problems().forEach(settings::problem);
            return DeviceConfig.none();
        }
    }

    private Display display() {
        return new Display(
                settings.number("width", 320, 7680, 1080),
                settings.number("height", 320, 7680, 1920),
                settings.value("pixels-per-mm", KioskConfigReader::density, 3.2),
                settings.value("full-screen", KioskConfigReader::yes, false),
                settings.value("language", KioskConfigReader::language, Locale.ENGLISH),
                settings.optional("remote-port", text -> Settings.number(text, 0, 65_535)),
                settings.text("remote.token"));
    }

    private static List<LabelLayout> layouts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(LabelLayout::parse)
                .toList();
    }

    private static URI brokerUrl(String text) {
        URI uri = URI.create(text);
        boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getPort() < 0) {
            throw new IllegalArgumentException("needs the form tcp://host:port or ssl://host:port");
        }
        return uri;
    }

    private static URI httpUrl(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new IllegalArgumentException("needs to begin with http:// or https://");
        }
        return URI.create(text.endsWith("/") ? text : text + "/");
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static VerifyingKey verifyingKey(String base64) {
        try {
            return VerifyingKey.decode(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not an Ed25519 public key in base64", e);
        }
    }

    private static double density(String text) {
        double value = text.matches("[0-9]{1,2}(\\.[0-9]{1,3})?") ? Double.parseDouble(text) : 0;
        if (value < 1 || value > 40) {
            throw new IllegalArgumentException("'" + text + "' is not a number from 1 to 40");
        }
        return value;
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither yes nor no");
        };
    }

    private static Locale language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + tag + "' is not a language tag such as en or zh-Hans");
        }
        return locale;
    }
}
