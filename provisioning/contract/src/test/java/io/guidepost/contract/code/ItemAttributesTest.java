package io.guidepost.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.contract.code.ScannedCode.OtherKey;
import io.guidepost.contract.code.ScannedCode.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemAttributesTest {
    private static final String GTIN = "(01)09520123456788";
    private static final CodeParser PARSER = new CodeParser(List.of());

    @Test
    void givesOutWhatTheLabelSays() {
        ItemAttributes all =
                of("(10)ABC/1(21)S-7(11)260101(13)260102(15)270228(16)270101(17)270300(30)12");
        assertThat(all.batch()).contains("ABC/1");
        assertThat(all.serial()).contains("S-7");
        assertThat(all.produced()).contains(new ShortDate(26, 1, 1));
        assertThat(all.packed()).contains(new ShortDate(26, 1, 2));
        assertThat(all.bestBefore()).contains(new ShortDate(27, 2, 28));
        assertThat(all.sellBy()).contains(new ShortDate(27, 1, 1));
        assertThat(all.expiry()).contains(new ShortDate(27, 3, 0));
        assertThat(all.pieces()).hasValue(12);
        assertThat(all.netWeight()).isEmpty();
        assertThat(all.price()).isEmpty();
        assertThat(all.toString()).doesNotContain("S-7").contains("21");
    }

    @Test
    void givesOutWeightAndPrice() {
        assertThat(of("(3103)001234(3922)599").netWeight()).contains(new BigDecimal("1.234"));
        assertThat(of("(3103)001234(3922)599").price())
                .contains(new ItemAttributes.Price(new BigDecimal("5.99"), Optional.empty()));
        assertThat(of("(3201)000100(3932)978599").price())
                .contains(
                        new ItemAttributes.Price(
                                new BigDecimal("5.99"), Optional.of(Currency.getInstance("EUR"))));
        assertThat(of("(3201)000100").netWeight()).contains(new BigDecimal("4.535923700"));
        assertThat(of("(7003)2703011530").expiry()).contains(new ShortDate(27, 3, 1));
    }

    @Test
    void aDigitalLinkHasThemToo() {
        Product product =
                (Product)
                        PARSER.parse(
                                "https://shop.example/01/09520123456788/10/ABC%2F1?17=270300",
                                Optional.empty());
        assertThat(product.attributes().batch()).contains("ABC/1");
        assertThat(product.attributes().expiry()).contains(new ShortDate(27, 3, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.gs1.org/414/9521234567899/254/A, 414, 9521234567899",
        "https://id.gs1.org/00/095212345678912354, 00, 095212345678912354",
        "(8018)952123456789012345(8019)7, 8018, 952123456789012345",
        "(37)5(00)095212345678912354(02)09520123456788, 00, 095212345678912354",
    })
    void otherKeysAreNoProducts(String text, String identifier, String value) {
        assertThat(PARSER.parse(text, Optional.empty()))
                .isInstanceOfSatisfying(
                        OtherKey.class,
                        key -> {
                            assertThat(key.identifier()).isEqualTo(identifier);
                            assertThat(key.value()).isEqualTo(value);
                            assertThat(key.toString()).doesNotContain(value);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "260131, 2026-11-23, 2026-01-31",
        "260200, 2026-11-23, 2026-02-28",
        "280200, 2026-11-23, 2028-02-29",
        "760101, 2026-11-23, 2076-01-01", // 50 years ahead
        "770101, 2026-11-23, 1977-01-01",
        "990101, 2026-11-23, 1999-01-01",
        "010101, 2060-01-01, 2101-01-01",
        "100101, 2060-01-01, 2110-01-01", // 50 years behind are 50 ahead
        "110101, 2060-01-01, 2011-01-01",
        "000229, 2060-01-01, 2100-02-28", // 2100 is no leap year
    })
    void aShortYearIsMeantNearToday(String digits, LocalDate today, LocalDate meant) {
        assertThat(ShortDate.parse(digits).asOf(today)).isEqualTo(meant);
    }

    @Test
    void thereAreNoOtherDates() {
        assertThatThrownBy(() -> ShortDate.parse("261301")).hasMessageContaining("month 13");
        assertThatThrownBy(() -> ShortDate.parse("270229")).hasMessageContaining("day 29");
        assertThatThrownBy(() -> ShortDate.parse("2701")).hasMessage("date: needs 6 digits");
    }

    private static ItemAttributes of(String elements) {
        return ((Product) PARSER.parse(GTIN + elements, Optional.of("]Q1"))).attributes();
    }
}
