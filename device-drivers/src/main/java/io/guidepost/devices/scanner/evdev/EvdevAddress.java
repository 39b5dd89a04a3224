package io.guidepost.devices.scanner.evdev;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which event device the scanner is. */
public sealed interface EvdevAddress {
    /** How one is written. */
    String FORMS = "/dev/input/by-id/… or usb:VENDOR:PRODUCT or usb:VENDOR:PRODUCT:SERIAL";

    /** The device behind this file, best a link that stays the same. */
    record File(Path path) implements EvdevAddress {}

    /**
     * The first keyboard with these numbers, wherever it is plugged in.
     *
     * @param vendor 0 to 65,535
     * @param product 0 to 65,535
     * @param serial only the one with this serial number
     */
    record Usb(int vendor, int product, Optional<String> serial) implements EvdevAddress {}

    /** {@code usb:VENDOR:PRODUCT} in four hexadecimal digits each. */
    Pattern USB = Pattern.compile("usb:([0-9a-f]{4}):([0-9a-f]{4})(?::(.{1,64}))?");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    static EvdevAddress parse(String text) {
        Matcher usb = USB.matcher(text.toLowerCase(Locale.ROOT));
        if (usb.matches()) {
            Optional<String> serial =
                    usb.group(3) == null
                            ? Optional.empty()
                            : Optional.of(text.substring(usb.start(3)));
            return new Usb(
                    Integer.parseInt(usb.group(1), 16), Integer.parseInt(usb.group(2), 16), serial);
        }
        try {
            if (text.startsWith("/")) {
                return new File(Path.of(text));
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be " + FORMS, e);
        }
        throw new IllegalArgumentException("must be " + FORMS);
    }
}
