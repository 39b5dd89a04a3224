package io.guidepost.contract.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "19.99, EUR, 1999",
        "19.9, EUR, 1990",
        "-0.01, EUR, -1",
        "+5, EUR, 500",
        "' 7.00 ', EUR, 700",
        "1.000, EUR, 100",
        "1500, JPY, 1500",
        "1.234, KWD, 1234",
        "92233720368547758.07, EUR, 9223372036854775807",
        "-92233720368547758.08, EUR, -9223372036854775808",
    })
    void parses(String decimal, String currency, long minor) {
        assertThat(Money.parse(decimal, currency)).isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "19.999, EUR, more decimals",
        "0.5, JPY, more decimals",
        "92233720368547758.08, EUR, too large",
        "999999999999999999, EUR, too large",
        "1e2, EUR, not a decimal",
        "'1,99', EUR, not a decimal",
        "'', EUR, not a decimal",
        "NaN, EUR, not a decimal",
        "٣, EUR, not a decimal",
        "1, ABC, currency",
        "1, XXX, no minor unit",
    })
    void refusesNamingTheFault(String decimal, String currency, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(decimal, currency))
                .withMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "1e-2147483647", "0e999999999"})
    void noTextMakesItSlow(String decimal) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Money.parse(decimal, "EUR"));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Money.parse("9".repeat(5_000_000), "EUR"))
                            .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100));
                });
    }

    @Test
    void arithmeticNeverWraps() {
        Money most = Money.of(Long.MAX_VALUE, "EUR");
        Money least = Money.of(Long.MIN_VALUE, "EUR");
        Money cent = Money.of(1, "EUR");
        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        Money euro = Money.of(100, "EUR");
        Money yen = Money.of(100, "JPY");
        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(yen));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, Currency.getInstance("XAU")));
    }

    @Property
    void everyAmountComesBack(@ForAll int minor) {
        Money money = Money.of(minor, "EUR");
        assertThat(Money.parse(money.toDecimal().toPlainString(), "EUR")).isEqualTo(money);
        assertThat(money.toString()).isEqualTo(BigDecimal.valueOf(minor, 2) + " EUR");
    }

    @Property
    void differenceUndoesSum(@ForAll int a, @ForAll int b) {
        Money one = Money.of(a, "EUR");
        Money other = Money.of(b, "EUR");
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.compareTo(other)).isEqualTo(Integer.compare(a, b));
    }
}
