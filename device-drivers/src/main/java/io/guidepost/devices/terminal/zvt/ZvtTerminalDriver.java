package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code terminal.zvt}. */
public final class ZvtTerminalDriver implements Driver {
    private static final String USUAL_TYPE = "40";

    @Override
    public String name() {
        return "terminal.zvt";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TERMINAL;
    }

    @Override
    public String purpose() {
        return "Card terminals that speak ZVT 13 over TCP or a serial line, as those of CCV,"
                + " Ingenico and Verifone in Germany, Austria and Switzerland";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed("line", "tcp:HOST:PORT, usually port 20007, or tty:/dev/…[@BAUD]"),
                Key.needed("password", "the terminal's till password, six digits"),
                Key.needed(
                        "book",
                        "file that joins payments to the terminal's receipts; must outlive the"
                                + " kiosk's restarts and belong to this terminal alone"),
                Key.usual("currency", "the terminal's currency, ISO 4217", "EUR"),
                Key.usual(
                        "payment-type",
                        "field 19 of each payment, two hexadecimal digits",
                        USUAL_TYPE),
                Key.usual("payment-seconds", "how long the customer may take, 10 to 600", "90"));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line = settings.line("line", List.of(Scheme.TCP, Scheme.TTY));
        Optional<Path> book = settings.path("book");
        if (book.isEmpty()) {
            settings.problem("book", "is missing: the name of a file");
        }
        ZvtSettings.Limits standard = ZvtSettings.Limits.STANDARD;
        ZvtSettings.Limits limits =
                new ZvtSettings.Limits(
                        standard.answer(),
                        Duration.ofSeconds(
                                settings.number(
                                        "payment-seconds",
                                        10,
                                        600,
                                        (int) standard.payment().toSeconds())),
                        standard.settle(),
                        standard.idle());
        ZvtSettings read =
                new ZvtSettings(password(settings), currency(settings), type(settings), limits);
        return (id, around) ->
                new ZvtTerminal(
                        id,
                        new ZvtTerminal.Access(
                                line.opener(),
                                line instanceof LineAddress.Tty ? SerialWire::new : TcpWire::new),
                        read,
                        book.orElse(Path.of("")),
                        around.clock());
    }

    /** Named in no problem: it is a secret. */
    private static String password(Settings settings) {
        Optional<String> password = settings.text("password").filter(p -> p.matches("[0-9]{6}"));
        if (password.isEmpty()) {
            settings.problem("password", "must have six digits");
        }
        return password.orElse("000000");
    }

    private static String currency(Settings settings) {
        return settings.value("currency", ZvtSettings::checkedCurrency).orElse("EUR");
    }

    private static int type(Settings settings) {
        return settings.value(
                        "payment-type",
                        text -> {
                            if (!text.matches("[0-9A-Fa-f]{2}")) {
                                throw new IllegalArgumentException(
                                        "must have two hexadecimal digits");
                            }
                            return Integer.parseInt(text, 16);
                        })
                .orElse(Integer.parseInt(USUAL_TYPE, 16));
    }
}
