package io.guidepost.kiosk.ui;

import io.guidepost.contract.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Everything the kiosk says, in one language and the store's time zone. Immutable. */
public final class Messages {
    private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\u061c]");

    private final Lang lang;
    private final ZoneId zone;
    private final Properties texts = new Properties();

    public Messages(Lang lang, ZoneId zone) {
        this.lang = lang;
        this.zone = zone;
        String file = "messages_" + lang.code() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public Lang lang() {
        return lang;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The sentence of this key; {@code {0}} and so on are replaced. */
    public String text(String key, Object... args) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("message '" + key + "' is missing in " + lang);
        }
        return args.length == 0 ? text : new MessageFormat(text, lang.locale()).format(args);
    }

    /**
     * The sentence of this key in the form that the language has for this number, {@code key#other}
     * where it has none of its own (Unicode's plural rules, CLDR).
     *
     * @param count becomes {@code {0}}
     * @param more become {@code {1}} and so on
     */
    public String count(String key, long count, Object... more) {
        String form = key + "#" + Plural.of(lang, count).name().toLowerCase(Locale.ROOT);
        Object[] args = new Object[more.length + 1];
        args[0] = number(count);
        System.arraycopy(more, 0, args, 1, more.length);
        return text(texts.containsKey(form) ? form : key + "#other", args);
    }

    /** The sentence of this key where there is one, else the other text. */
    public String textOr(String key, String other) {
        return texts.getProperty(key, other);
    }

    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(lang.locale());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        // Marks of direction have no glyph in every font; an amount needs none.
        return MARKS.matcher(format.format(money.toDecimal())).replaceAll("");
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(lang.locale()).format(number);
    }

    /** One digit after the decimal sign, such as a mean rating. */
    public String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(lang.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(lang.locale())
                .format(at.atZone(zone));
    }

    public String dateTime(Instant at) {
        return longDay(at.atZone(zone).toLocalDate()) + ", " + time(at);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(lang.locale())
                .format(day);
    }

    /** Day of the week, day and month, such as {@code Tuesday, 24 November}. */
    public String longDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("format.longDay"), lang.locale()).format(day);
    }

    public String dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, lang.locale());
    }

    public String dayAndMonth(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("format.shortDay"), lang.locale()).format(day);
    }

    /** Minutes and seconds that are left, such as {@code 4:05}. */
    public String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return number(seconds / 60)
                + ":"
                + (seconds % 60 < 10 ? number(0) : "")
                + number(seconds % 60);
    }

    /** The mall's category in this language. */
    public String category(String category) {
        String fallback =
                category.isEmpty()
                        ? category
                        : category.substring(0, 1).toUpperCase(lang.locale())
                                + category.substring(1).replace('-', ' ');
        return textOr("category." + category, fallback);
    }
}
