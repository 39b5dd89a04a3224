package io.guidepost.kiosk.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.contract.money.Money;
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
                    "(?:say|messages\\(\\)\\.text|words\\.text|messages\\.text)\\(\\s*\"([a-z][A-Za-z0-9.]*[A-Za-z0-9])\"");

    @ParameterizedTest
    @EnumSource
    void saysEverythingThatEnglishSays(Lang lang) {
        Properties english = texts(Lang.EN);
        Properties here = texts(lang);
        assertThat(here.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(here.getProperty(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getProperty(key)));
            if (!key.startsWith("format.")) {
                // An apostrophe is MessageFormat's quote: the typographic one is none.
                assertThat(here.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            }
        }
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
        assertThat(texts(Lang.EN).stringPropertyNames()).containsAll(used);
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
