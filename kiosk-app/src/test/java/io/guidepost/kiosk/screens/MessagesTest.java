package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.scan.ui.HelpViewModel;
import io.guidepost.kiosk.ui.Lang;
import io.guidepost.kiosk.ui.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Five languages, each complete. */
final class MessagesTest {
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:say|ui\\.count|messages\\(\\)\\.text|words\\.text|messages\\.text)\\(\\s*\"([a-z][A-Za-z0-9.]*[A-Za-z0-9])\"");
    private static final Pattern FORM = Pattern.compile("(.+)#(zero|one|two|few|many|other)");

    @ParameterizedTest
    @EnumSource
    void saysEverythingThatEnglishSays(Lang lang) {
        Properties english = texts(Lang.EN);
        Properties here = texts(lang);
        assertThat(families(here)).isEqualTo(families(english));
        for (String key : here.stringPropertyNames()) {
            String text = here.getProperty(key);
            // A form for one number only may spell it out.
            if (english.containsKey(key) && (!key.contains("#") || key.endsWith("#other"))) {
                assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
            if (!key.startsWith("format.")) {
                // An apostrophe is MessageFormat's quote: the typographic one is none.
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
            }
        }
    }

    @Test
    void everyProblemWithACodeHasWords() {
        for (HelpViewModel.Problem problem : HelpViewModel.Problem.values()) {
            assertThat(texts(Lang.EN).stringPropertyNames())
                    .contains("help." + problem, "help." + problem + ".next");
        }
    }

    /** Keys; those of one count in several forms as one, each with a form for the other numbers. */
    private static Set<String> families(Properties texts) {
        Set<String> all = new TreeSet<>();
        for (String key : texts.stringPropertyNames()) {
            Matcher form = FORM.matcher(key);
            if (form.matches()) {
                assertThat(texts.stringPropertyNames()).contains(form.group(1) + "#other");
            }
            all.add(form.matches() ? form.group(1) : key);
        }
        return all;
    }

    @Test
    void countsAsEachLanguageDoes() {
        assertThat(counts(Lang.EN, "reviews.count"))
                .containsExactly(
                        "0 reviews",
                        "1 review",
                        "2 reviews",
                        "3 reviews",
                        "11 reviews",
                        "101 reviews",
                        "103 reviews");
        assertThat(counts(Lang.DE, "reviews.count"))
                .startsWith("0 Bewertungen", "1 Bewertung", "2 Bewertungen");
        assertThat(counts(Lang.ES, "reviews.count"))
                .startsWith("0 opiniones", "1 opinión", "2 opiniones");
        assertThat(counts(Lang.ZH, "reviews.count")).startsWith("0 条评价", "1 条评价");
        List<String> arabic = counts(Lang.AR, "reviews.count");
        assertThat(arabic).doesNotHaveDuplicates();
        assertThat(arabic.get(1)).isEqualTo("تقييم واحد");
        assertThat(arabic.get(2)).isEqualTo("تقييمان");
        assertThat(arabic.get(3)).endsWith(" تقييمات");
        assertThat(arabic.get(4)).endsWith(" تقييما");
        assertThat(arabic.get(5)).endsWith(" تقييم");
        assertThat(arabic.get(6)).endsWith(" تقييمات");
        assertThat(new Messages(Lang.EN, Rig.ZONE).count("history.lowest", 1, "€2"))
                .isEqualTo("Lowest price of the last day: €2");
        assertThat(new Messages(Lang.DE, Rig.ZONE).count("price.lowest", 7)).contains(" 7 Tage");
    }

    private static List<String> counts(Lang lang, String key) {
        Messages messages = new Messages(lang, Rig.ZONE);
        return Stream.of(0, 1, 2, 3, 11, 101, 103).map(n -> messages.count(key, n)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMarkThatIsOnTheCopy(Lang lang) {
        assertThat(texts(lang).getProperty("again.printed")).contains("COPY");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheDayOfPricesThatAreNotOfToday(Lang lang) {
        Messages messages = new Messages(lang, Rig.ZONE);
        Instant yesterday = Instant.parse("2026-03-15T17:00:00Z");
        assertThat(
                        messages.text(
                                "price.asOfDay",
                                messages.longDay(LocalDate.of(2026, 3, 15)),
                                messages.time(yesterday)))
                .contains("15")
                .contains(messages.time(yesterday));
    }

    @Test
    void everyKeyThatTheScreensUseIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .forEach(
                            f -> {
                                Matcher m = KEY.matcher(read(f));
                                while (m.find()) {
                                    if (m.group(1).contains(".")) {
                                        used.add(m.group(1));
                                    }
                                }
                            });
        }
        assertThat(used).hasSizeGreaterThan(60);
        assertThat(families(texts(Lang.EN))).containsAll(used);
    }

    @Test
    void writesMoneyAndTimeAsTheLanguageDoes() {
        Messages german = new Messages(Lang.DE, Rig.ZONE);
        assertThat(german.money(Money.of(1234567, "EUR"))).isEqualTo("12.345,67\u00a0€");
        assertThat(german.money(Money.of(1500, "JPY"))).contains("1.500").doesNotContain(",00");
        assertThat(german.time(Instant.parse("2026-03-16T09:41:00Z"))).isEqualTo("10:41");
        assertThat(german.longDay(LocalDate.of(2026, 3, 16))).isEqualTo("Montag, 16. März");
        assertThat(german.countdown(Duration.ofSeconds(245))).isEqualTo("4:05");
        assertThat(german.countdown(Duration.ofSeconds(-3))).isEqualTo("0:00");
        assertThat(new Messages(Lang.EN, Rig.ZONE).decimal(4.36)).isEqualTo("4.4");
        assertThat(new Messages(Lang.ES, Rig.ZONE).longDay(LocalDate.of(2026, 3, 16)))
                .isEqualTo("lunes, 16 de marzo");
    }

    @Test
    void aCategoryWithoutANameOfItsOwnIsShownAsItIs() {
        Messages english = new Messages(Lang.EN, Rig.ZONE);
        assertThat(english.category("car-rental")).isEqualTo("Car rental");
        assertThat(english.category("pet-food")).isEqualTo("Pet food");
    }

    private static int arguments(String text) {
        return new MessageFormat(text.replace("'", "''")).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(Lang lang) {
        Properties texts = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Messages.class.getResourceAsStream(
                                        "messages_" + lang.code() + ".properties")),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
