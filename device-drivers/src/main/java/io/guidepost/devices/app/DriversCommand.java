package io.guidepost.devices.app;

import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code drivers}: which hardware can be set up, and how. */
final class DriversCommand {
    private final PrintStream out;

    DriversCommand(PrintStream out) {
        this.out = out;
    }

    /** Always zero. */
    int run(List<String> arguments) {
        Words words = new Words(arguments, Set.of());
        if (words.isEmpty()) {
            Drivers.ALL.forEach(
                    driver ->
                            out.println(
                                    String.format(
                                            Locale.ROOT,
                                            "%-18s %s",
                                            driver.name(),
                                            purpose(driver))));
            out.println();
            out.println("devices drivers NAME shows the keys of one.");
            return 0;
        }
        String name = words.next("the driver");
        words.end();
        out.println(
                page(
                        Drivers.ALL.stream()
                                .filter(driver -> driver.name().equals(name))
                                .findAny()
                                .orElseThrow(
                                        () ->
                                                new WrongUse(
                                                        "There is no driver \""
                                                                + name
                                                                + "\"; there are "
                                                                + names()
                                                                + "."))));
        return 0;
    }

    private static String purpose(Driver driver) {
        String text = driver.purpose();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String names() {
        return Drivers.ALL.stream().map(Driver::name).collect(Collectors.joining(", "));
    }

    private static String page(Driver driver) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(purpose(driver)).append(".\n");
        page.append("# MYNAME is yours: small letters, digits and hyphens.\n");
        page.append("device.MYNAME.driver=").append(driver.name());
        for (Key key : driver.keys()) {
            page.append("\n\n# ").append(key.what()).append('\n');
            page.append(
                    key.usual()
                            .map(usual -> "#device.MYNAME." + key.name() + "=" + usual)
                            .orElse("device.MYNAME." + key.name() + "="));
        }
        return page.toString();
    }
}
