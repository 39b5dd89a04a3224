package io.guidepost.backend.app;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.TenantId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: {@code --key value} over the environment ({@code GUIDEPOST_KEY}) over the
 * file named by {@code --settings} over the defaults. All problems are listed together.
 */
final class SettingsReader {
    private static final Set<String> KEYS =
            Set.of(
                    "data",
                    "tenant",
                    "group",
                    "zone",
                    "http-host",
                    "http-port",
                    "public-url",
                    "mqtt-host",
                    "mqtt-port",
                    "mqtt-url",
                    "mqtt-user",
                    "mqtt-password-file");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * What the command line said.
     *
     * @param rest arguments that are no settings, in their order, for the command
     */
    record Read(Settings settings, List<String> rest) {}

    private SettingsReader() {}

    /**
     * Reads everything.
     *
     * @throws BadSettings with every problem at once
     */
    static Read read(List<String> arguments, Map<String, String> environment) {
        return new SettingsReader().all(arguments, environment);
    }

    private Read all(List<String> arguments, Map<String, String> environment) {
        Map<String, String> named = named(arguments);
        String file = named.remove("settings");
        if (file != null) {
            fromFile(Path.of(file));
        }
        for (String key : KEYS) {
            String name = "GUIDEPOST_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
            if (environment.containsKey(name)) {
                values.put(key, environment.get(name));
            }
        }
        values.putAll(named);
        Settings settings = build();
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return new Read(settings, List.copyOf(rest));
    }

    private Map<String, String> named(List<String> arguments) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String key = argument.startsWith("--") ? argument.substring(2) : "";
            if (!KEYS.contains(key) && !key.equals("settings")) {
                rest.add(argument);
            } else if (i + 1 == arguments.size()) {
                problems.add(argument + ": a value must follow");
            } else {
                named.put(key, arguments.get(++i));
            }
        }
        return named;
    }

    private void fromFile(Path file) {
        Properties read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException e) {
            problems.add("settings: cannot read " + file);
        }
        for (String key : read.stringPropertyNames()) {
            if (KEYS.contains(key)) {
                values.put(key, read.getProperty(key));
            } else {
                problems.add("settings: " + file + " has the unknown key '" + key + "'");
            }
        }
    }

    private Settings build() {
        return new Settings(
                Path.of(values.getOrDefault("data", "guidepost-data")),
                new Settings.Mall(
                        parsed("tenant", "demo", TenantId::new, new TenantId("demo")),
                        parsed("group", "mall", GroupId::new, new GroupId("mall")),
                        zone()),
                listen("http", 8080),
                mqtt(),
                Optional.ofNullable(values.get("public-url")).flatMap(this::httpUrl));
    }

    private ZoneId zone() {
        String name = values.getOrDefault("zone", ZoneId.systemDefault().getId());
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.add("zone: '" + name + "' is not a time zone such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }

    private Settings.Mqtt mqtt() {
        String url = values.get("mqtt-url");
        if (url == null) {
            return new Settings.Mqtt.Embedded(listen("mqtt", 1883));
        }
        return new Settings.Mqtt.External(
                brokerUrl(url), values.getOrDefault("mqtt-user", "backend"), password());
    }

    private String password() {
        String file = values.get("mqtt-password-file");
        if (file == null) {
            problems.add("mqtt-password-file: needed beside mqtt-url");
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            problems.add("mqtt-password-file: cannot read " + file);
            return "";
        }
    }

    private URI brokerUrl(String url) {
        URI uri = parsed("mqtt-url", url, URI::create, URI.create("tcp://localhost:1883"));
        boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getPort() < 0) {
            problems.add("mqtt-url: needs the form tcp://host:port or ssl://host:port");
        }
        return uri;
    }

    private Optional<URI> httpUrl(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            problems.add("public-url: needs to begin with http:// or https://");
            return Optional.empty();
        }
        return Optional.of(parsed("public-url", url, URI::create, URI.create("http://localhost")));
    }

    private Settings.Listen listen(String prefix, int defaultPort) {
        return new Settings.Listen(
                values.getOrDefault(prefix + "-host", "127.0.0.1"),
                port(prefix + "-port", values.get(prefix + "-port"), defaultPort));
    }

    private int port(String key, @Nullable String text, int defaultPort) {
        if (text == null) {
            return defaultPort;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            problems.add(key + ": '" + text + "' is not a port from 0 to 65535");
            return defaultPort;
        }
        return Integer.parseInt(text);
    }

    /** A value, or the fallback and a problem noted. */
    private <T> T parsed(String key, String defaultText, Function<String, T> parse, T fallback) {
        try {
            return parse.apply(values.getOrDefault(key, defaultText));
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return fallback;
        }
    }
}
